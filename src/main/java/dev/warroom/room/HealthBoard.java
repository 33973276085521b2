package dev.warroom.room;

import dev.warroom.policy.Probe;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the probes have found.
 *
 * @param probes in the order of the workspace
 * @param histories by probe name
 * @param cursor the selected probe's place, counted from 0
 */
public record HealthBoard(List<Probe> probes, PMap<String, History> histories, int cursor) {

    /** Readings kept for the sparkline. */
    public static final int LIMIT = 120;

    /**
     * The readings of one probe.
     *
     * @param readings the newest last, at most {@link #LIMIT}
     * @param since when it took the state it has now
     */
    public record History(PVector<Reading> readings, Instant since) {

        public Reading last() {
            return readings.get(readings.size() - 1);
        }

        History plus(Reading reading) {
            PVector<Reading> next = readings.plus(reading);
            if (next.size() > LIMIT) {
                next = next.minus(0);
            }
            return new History(next, last().health() == reading.health() ? since : reading.at());
        }
    }

    static HealthBoard of(List<Probe> probes) {
        return new HealthBoard(List.copyOf(probes), HashTreePMap.empty(), 0);
    }

    public Optional<History> history(Probe probe) {
        return Optional.ofNullable(histories.get(probe.name()));
    }

    /** Whether {@code probe} has not answered for longer than it should take. */
    public boolean stale(Probe probe, Instant now) {
        return history(probe)
                .map(
                        it ->
                                it.last()
                                        .at()
                                        .plus(probe.every().multipliedBy(2))
                                        .plus(probe.timeout())
                                        .isBefore(now))
                .orElse(false);
    }

    /** How many probes have {@code health} now. */
    public long count(Reading.Health health) {
        return histories.values().stream().filter(it -> it.last().health() == health).count();
    }

    HealthBoard plus(Reading reading) {
        History before = histories.get(reading.probe());
        History after =
                before == null
                        ? new History(TreePVector.singleton(reading), reading.at())
                        : before.plus(reading);
        return new HealthBoard(probes, histories.plus(reading.probe(), after), cursor);
    }

    HealthBoard moved(int by) {
        return new HealthBoard(
                probes,
                histories,
                Math.clamp((long) cursor + by, 0, Math.max(0, probes.size() - 1)));
    }
}
