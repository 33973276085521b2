package dev.warroom.runbook;

/**
 * A text that leads to a runbook, beside its title.
 *
 * @param text as it is shown; may be empty
 */
public record Signpost(Kind kind, String text) {

    /** What a text is to its runbook. */
    public enum Kind {
        /** What one sees when the runbook helps. */
        SYMPTOM,
        /** The title of a part. */
        SECTION,
        /** The title of one of several ways. */
        OPTION,
        /** What a step may be called: an entry of a list, a comment in code, a first command. */
        STEP
    }
}
