package dev.warroom.execution;

import dev.warroom.incident.Outcome;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a run ended.
 *
 * @param exit 128 + n for signal n; empty where it is not known
 * @param line of the script, from 1, whose command failed and ended it; empty where none did
 * @param took from its first moment to its last
 * @param bytes the size of its output
 * @param detail what else a person should know; may be empty
 */
public record RunEnd(
        Outcome outcome,
        OptionalInt exit,
        OptionalInt line,
        Duration took,
        long bytes,
        String detail) {

    /** It is known that it never ran. */
    static RunEnd neverRan(String why) {
        return never(Outcome.FAILED, why);
    }

    /** Somebody has stopped it before its place had begun it, and it never will. */
    public static RunEnd stoppedBefore() {
        return never(Outcome.STOPPED, "it was stopped before it had begun");
    }

    private static RunEnd never(Outcome outcome, String why) {
        return new RunEnd(outcome, OptionalInt.empty(), OptionalInt.empty(), Duration.ZERO, 0, why);
    }
}
