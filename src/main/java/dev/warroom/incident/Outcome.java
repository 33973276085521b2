package dev.warroom.incident;

/** How a run of a step ended. */
public enum Outcome {
    /** It exited with 0. */
    PASSED,
    /** It exited with another code, or could not be started. */
    FAILED,
    /** It was stopped by the operator. */
    STOPPED,
    /** It is not running any more and left no exit code. */
    UNKNOWN
}
