package dev.warroom.process;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a child process ended.
 *
 * @param exit its exit code, 128 + n where signal n ended it; empty where it was killed at its
 *     timeout
 * @param timedOut whether it was killed at its timeout
 * @param output what it wrote to its standard output, as UTF-8; not sanitised
 * @param errors what it wrote to its standard error, as UTF-8; not sanitised
 * @param cut whether it wrote more than was kept
 * @param took from its start to its end
 */
public record ChildResult(
        OptionalInt exit,
        boolean timedOut,
        String output,
        String errors,
        boolean cut,
        Duration took) {

    /** Whether it ended by itself with exit code 0. */
    public boolean succeeded() {
        return exit.orElse(-1) == 0;
    }
}
