package dev.warroom.room;

import dev.warroom.policy.Maintenance;
import dev.warroom.policy.Probe;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When probes are looked at and not told about: because a person said so, in their quiet hours, and
 * while the service is maintained.
 *
 * @param windows of maintenance
 * @param silences until when a person wants to hear nothing of a probe, by its name
 * @param maintained until when the window lasts that a probe was last looked at in, by its name
 */
public record Quiet(
        List<Maintenance.Window> windows,
        PMap<String, Instant> silences,
        PMap<String, Instant> maintained) {

    /** Nobody has silenced anything yet. */
    public static Quiet in(List<Maintenance.Window> windows) {
        return new Quiet(List.copyOf(windows), HashTreePMap.empty(), HashTreePMap.empty());
    }

    /** Whether {@code probe} is not told about at {@code now}. */
    public boolean is(Probe probe, Instant now) {
        return silencedUntil(probe, now).isPresent()
                || maintainedUntil(probe, now).isPresent()
                || probe.quietAt(now);
    }

    /** Until when a person wants to hear nothing of {@code probe}, while that is so. */
    public Optional<Instant> silencedUntil(Probe probe, Instant now) {
        return later(silences, probe, now);
    }

    /** When the maintenance ends in which nothing is said of {@code probe}, while there is one. */
    public Optional<Instant> maintainedUntil(Probe probe, Instant now) {
        return later(maintained, probe, now);
    }

    private static Optional<Instant> later(PMap<String, Instant> ends, Probe probe, Instant now) {
        return Optional.ofNullable(ends.get(probe.name())).filter(it -> it.isAfter(now));
    }

    /** Windows are followed with each look: working them out takes too long for each picture. */
    public Quiet looked(Probe probe, Instant at) {
        if (maintainedUntil(probe, at).isPresent()) {
            return this;
        }
        return windows.stream()
                .filter(it -> it.silences(probe.name()))
                .flatMap(it -> it.endAfter(at).stream())
                .findFirst()
                .map(it -> new Quiet(windows, silences, maintained.plus(probe.name(), it)))
                .orElse(this);
    }

    Quiet silenced(String probe, Instant until) {
        return new Quiet(windows, silences.plus(probe, until), maintained);
    }
}
