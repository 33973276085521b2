package dev.warroom.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a probe found at one time.
 *
 * @param probe its name
 * @param took how long the answer needed
 * @param detail one sanitised line: "503", "connection refused", "61 % used"
 * @param metrics its figures, the main one first; may be empty
 * @param output what else it said, sanitised, a line each; bounded by whoever reads it
 * @param timing of an HTTP request that was answered
 */
public record Reading(
        String probe,
        Health health,
        Instant at,
        Duration took,
        String detail,
        List<Metric> metrics,
        List<String> output,
        Optional<Timing> timing) {

    /** How the thing probed is, in the words of the Nagios plugin API, and with its exit codes. */
    public enum Health {
        OK,
        WARNING,
        CRITICAL,
        UNKNOWN;

        /** As facts name it: {@code critical}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Reading {
        metrics = List.copyOf(metrics);
        output = List.copyOf(output);
    }

    /** Without figures. */
    public Reading(String probe, Health health, Instant at, Duration took, String detail) {
        this(probe, health, at, took, detail, List.of(), List.of(), Optional.empty());
    }

    /** The main figure, where there is one and the probe could tell it. */
    public Optional<Metric> figure() {
        return metrics.stream().findFirst().filter(it -> it.value().isPresent());
    }

    /** What the graph shows of it: the main figure, or else how long it took, in milliseconds. */
    public double shown() {
        OptionalDouble value = figure().map(Metric::value).orElse(OptionalDouble.empty());
        return value.orElse(took.toNanos() / 1e6);
    }
}
