package dev.warroom.execution;

import java.util.List;

/**
 * Hears of runs, on threads of the runner's. Who shows nothing of them may leave all but the end
 * alone: the output stays in the run's file.
 */
public interface RunListener {

    /**
     * @param lines sanitised, in order
     * @param dropped how many lines before these were passed over because they came too fast; they
     *     are in the run's file
     */
    default void output(String run, List<String> lines, long dropped) {}

    /**
     * What is not to be shown of its output; comes before that, where this did not start the run.
     */
    default void secrets(String run, List<String> values) {}

    /**
     * The host on which it was to be started has answered for the first time: it begins there, or
     * never will. Not told of this machine.
     */
    default void answered(String run) {}

    /**
     * Its target does not answer, so nothing is known of it. It is asked again until it answers.
     *
     * @param why in words
     */
    default void lost(String run, String why) {}

    /** Its target answers again, and the run goes on or has ended. */
    default void found(String run) {}

    /** A word about it for a person. */
    default void said(String run, String words) {}

    /**
     * A process of it that a stop did not reach goes on.
     *
     * @param process its pid and its command line
     */
    default void escaped(String run, String process) {
        said(run, "It goes on, apart: " + process);
    }

    /** It ended; called once for each start or search, after its last output. */
    void ended(String run, RunEnd end);
}
