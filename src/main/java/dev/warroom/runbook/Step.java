package dev.warroom.runbook;

import java.util.List;
import java.util.Optional;

/**
 * One thing to do.
 *
 * @param id unique in the library; starts with the runbook's id
 * @param kind how it is done
 * @param line where it begins, counted from 1
 * @param script what runs, line breaks as written; empty for a manual step
 * @param instructions words that go with it, a line each
 * @param placeholders what in the script must be filled before it runs, each way of writing once,
 *     in order
 * @param prepared whether it is only made ready, for later: previewed and filled, and run when it
 *     is needed
 * @param shell the command above it in its block that opens a shell, for which it is meant; empty
 *     where there is none
 * @param attributes what stands behind its fence
 */
public record Step(
        String id,
        String title,
        Kind kind,
        int line,
        String script,
        List<String> instructions,
        List<Placeholder> placeholders,
        boolean prepared,
        Optional<String> shell,
        Attributes attributes)
        implements Item {

    /** How a step is done. */
    public enum Kind {
        /** Its script runs and ends. */
        COMMAND,
        /** A person does it and ticks it. */
        MANUAL,
        /** Its script runs until it is stopped. */
        STREAM
    }

    public Step {
        instructions = List.copyOf(instructions);
        placeholders = Later.copyOf(placeholders);
        if ((kind == Kind.MANUAL) != script.isBlank()) {
            throw new IllegalArgumentException(
                    "step " + id + " of kind " + kind + " must not have script \"" + script + "\"");
        }
    }

    /** Whether a line of a script is a comment, and nothing that runs. */
    public static boolean isComment(String line) {
        return Comment.is(line);
    }

    @Override
    public Step on(String target) {
        return new Step(
                id,
                title,
                kind,
                line,
                script,
                instructions,
                placeholders,
                prepared,
                shell,
                attributes.on(target));
    }

    @Override
    public List<Step> steps() {
        return List.of(this);
    }
}
