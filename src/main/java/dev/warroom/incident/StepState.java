package dev.warroom.incident;

/** Where a step of the checklist stands. */
public enum StepState {
    OPEN,
    RUNNING,
    PASSED,
    FAILED,
    STOPPED,
    /** Its last run left no outcome. */
    UNKNOWN,
    /** For later: looked at with its values, and not run. */
    READY,
    /** Ticked by a person. */
    DONE,
    SKIPPED;

    /** Whether there is nothing left to do for it. */
    public boolean settled() {
        return this == PASSED || this == READY || this == DONE || this == SKIPPED;
    }
}
