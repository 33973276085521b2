package dev.warroom.runbook;

import java.util.List;

/**
 * What belongs together in a shell block: a command with all its lines, or a line that is none.
 *
 * @param line of its first line in the file, counted from 1
 * @param lines at least one; a comment's words without the number sign
 * @param output whether it is what a command before it printed
 * @param looks what its first line looks like, where it was judged; else null
 */
record ShellUnit(Kind kind, int line, List<String> lines, boolean output, LineLooks looks) {

    /** What it is. */
    enum Kind {
        /** It runs. */
        COMMAND,
        /** A comment of its own, which may start a step or an option. */
        COMMENT,
        /** A comment in the midst of a command. */
        NOTE,
        /** Words that are not shell: a statement for a database, or output. */
        SHOWN,
        /** An empty line. */
        BLANK
    }

    ShellUnit {
        lines = List.copyOf(lines);
    }

    ShellUnit(Kind kind, int line, List<String> lines) {
        this(kind, line, lines, false, null);
    }

    ShellUnit(Kind kind, int line, String text) {
        this(kind, line, List.of(text), false, null);
    }

    String first() {
        return lines.getFirst();
    }

    /** Whether it is a command that is known anywhere, whatever its file teaches. */
    boolean isKnown() {
        return kind == Kind.COMMAND && LineLooks.of(first().strip()) == LineLooks.COMMAND;
    }
}
