package dev.warroom.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One health check.
 *
 * @param name unique in the workspace
 * @param check what is looked at
 * @param every from one look to the next, at least 1 s
 * @param timeout after which the answer counts as none, less than 10 min
 * @param thresholds of the check's figure
 * @param patience how soon it is believed
 * @param needs the probes without which this one cannot be well: while one of them is not, this one
 *     is not told about
 * @param quiet hours in which it is not told about
 * @param on the target whose machine looks; empty for this machine
 */
public record Probe(
        String name,
        Check check,
        Duration every,
        Duration timeout,
        Thresholds thresholds,
        Patience patience,
        List<String> needs,
        List<QuietHours> quiet,
        Optional<String> on) {

    public static final Duration USUAL_EVERY = Duration.ofSeconds(10);
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);

    public Probe {
        needs = List.copyOf(needs);
        quiet = List.copyOf(quiet);
    }

    /** With what is usual for everything else. */
    public Probe(String name, Check check, Duration every, Duration timeout) {
        this(
                name,
                check,
                every,
                timeout,
                check.usual(),
                Patience.USUAL,
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** The same, believed sooner or later. */
    public Probe with(Patience other) {
        return new Probe(name, check, every, timeout, thresholds, other, needs, quiet, on);
    }

    /** The same, looked at more or less often. */
    public Probe every(Duration other) {
        return new Probe(name, check, other, timeout, thresholds, patience, needs, quiet, on);
    }

    /** The same with other thresholds. */
    public Probe with(Thresholds other) {
        return new Probe(name, check, every, timeout, other, patience, needs, quiet, on);
    }

    /** The same, standing on {@code others}. */
    public Probe needing(String... others) {
        return new Probe(
                name, check, every, timeout, thresholds, patience, List.of(others), quiet, on);
    }

    /** The same, not told about in {@code hours}. */
    public Probe quietIn(QuietHours... hours) {
        return new Probe(
                name, check, every, timeout, thresholds, patience, needs, List.of(hours), on);
    }

    /** Whether it is not told about at {@code at}. */
    public boolean quietAt(Instant at) {
        return quiet.stream().anyMatch(it -> it.include(at));
    }

    /** The same, looked at from {@code target}. */
    public Probe on(String target) {
        return new Probe(
                name,
                check,
                every,
                timeout,
                thresholds,
                patience,
                needs,
                quiet,
                Optional.of(target));
    }
}
