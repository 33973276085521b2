package dev.warroom.journal;

import java.nio.file.Path;

/**
 * The first place at which a journal is not what was written.
 *
 * @param line counted from 1
 * @param what the value and the rule, with both hashes where hashes differ
 * @param advice what to do next
 */
public record Damage(Path file, long line, String what, String advice) {

    static final String RESTORE =
            "What stands before it can still be read, with \"warroom log\"; to write on, put back"
                    + " a good copy of the file, or declare a new incident.";

    static final String NEWER = "Open it with the war room that wrote it, or a newer one.";

    /** One line: place, what, advice. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + what + ". " + advice;
    }
}
