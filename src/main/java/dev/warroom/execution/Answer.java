package dev.warroom.execution;

import java.time.Duration;
import java.util.OptionalInt;

/** What a shell at a target answers. */
sealed interface Answer {

    /** The request is done, or the shell is ready for one. */
    record Done() implements Answer {}

    /** The run was begun. */
    record Begun() implements Answer {}

    /** A run of that name was begun before, so nothing was done. */
    record BegunBefore() implements Answer {}

    /** It cannot be done. */
    record Refused(String why) implements Answer {}

    /** Nothing new. */
    record SignOfLife() implements Answer {}

    /**
     * Bytes of an output follow.
     *
     * @param at the first one's place in it
     */
    record Bytes(long at, long count) implements Answer {}

    /** Bytes of what is not to be shown of an output follow, lines of UTF-8. */
    record Secrets(int count) implements Answer {}

    /** Bytes from {@code at} to {@code to} are passed over, in which {@code lines} lines end. */
    record PassedOver(long at, long to, long lines) implements Answer {}

    /**
     * The run has ended.
     *
     * @param line of the script that failed
     * @param cut how many bytes from the middle of the output were not kept
     */
    record Over(int exit, Duration took, long bytes, Why why, long cut, OptionalInt line)
            implements Answer {}

    /**
     * The run is gone and left no exit code.
     *
     * @param going whether something that it has started goes on
     */
    record Gone(long bytes, Why why, boolean going) implements Answer {}

    /** The run never began, and never will; {@code why} is {@code STOPPED} or {@code BY_ITSELF}. */
    record Never(Why why) implements Answer {}

    /** A process of a stopped run that goes on. */
    record Left(String process) implements Answer {}

    /**
     * A run that is kept at the target.
     *
     * @param state begun, going, over, gone or none
     */
    record Kept(String run, String state, long bytes) implements Answer {}

    /** Whether somebody ended a run before it did. */
    enum Why {
        BY_ITSELF,
        STOPPED,
        LATE
    }
}
