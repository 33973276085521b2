package dev.warroom.execution;

import dev.warroom.incident.Outcome;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Hears of runs, on threads of the runner's. */
public interface RunListener {

    /**
     * @param lines sanitised, in order
     * @param dropped how many lines before these were passed over because they came too fast; they
     *     are in the run's file
     */
    void output(String run, List<String> lines, long dropped);

    /**
     * It ended; called once for each start or search, after its last output.
     *
     * @param exit 128 + n for signal n; empty where it is not known
     * @param bytes the size of its output
     * @param detail what else a person should know; may be empty
     */
    void ended(
            String run,
            Outcome outcome,
            OptionalInt exit,
            Duration took,
            long bytes,
            String detail);
}
