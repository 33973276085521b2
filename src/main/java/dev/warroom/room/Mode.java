package dev.warroom.room;

import java.util.Optional;

/** What may be done from a room. */
public enum Mode {
    /** Everything. */
    ACTS("", ""),
    /** Facts are written down, but no command runs, and none is stopped. */
    READ_ONLY(
            "read-only",
            "This room is read-only: nothing runs from it. Open the incident without --read-only"
                    + " to run steps."),
    /** As if steps ran: what would run is shown and noted as ready, and does not run. */
    DRY_RUN(
            "dry run",
            "This is a dry run: nothing runs or is stopped. Open the incident without --dry-run for"
                    + " that."),
    /** Nothing is written down, run or stopped. */
    OBSERVES(
            "observing",
            "This room only observes: open the incident without --observe to take part.");

    private final String words;
    private final String refusal;

    Mode(String words, String refusal) {
        this.words = words;
        this.refusal = refusal;
    }

    /** For the status line; empty where everything may be done. */
    public String words() {
        return words;
    }

    /** Whether commands run and are stopped. */
    public boolean runs() {
        return this == ACTS;
    }

    /** Whether facts are written down. */
    public boolean writes() {
        return this != OBSERVES;
    }

    /** Why something is not done, and what to do instead. */
    String refusal() {
        return refusal;
    }

    /** Why no command may be run or stopped; empty where it may. */
    Optional<String> whyNotRun() {
        return runs() ? Optional.empty() : Optional.of(refusal);
    }
}
