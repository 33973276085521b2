package dev.warroom.cli;

import dev.warroom.runbook.Step;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a step of a run without a screen went.
 *
 * @param exit empty where there is none
 * @param took zero for a step that did not run
 * @param why what a person should know; may be empty
 */
record StepResult(Step step, State state, OptionalInt exit, Duration took, String why) {

    /** In the words of {@code --json}. */
    enum State {
        PASSED,
        FAILED,
        SKIPPED,
        STOPPED,
        /** It is not running any more, and nobody knows how it ended. */
        UNKNOWN
    }

    static StepResult skipped(Step step, String why) {
        return new StepResult(step, State.SKIPPED, OptionalInt.empty(), Duration.ZERO, why);
    }

    static StepResult blocked(Step step, String why) {
        return new StepResult(step, State.FAILED, OptionalInt.empty(), Duration.ZERO, why);
    }
}
