package dev.warroom.room;

import dev.warroom.policy.Maintenance;
import dev.warroom.policy.Probe;
import dev.warroom.room.Reading.Health;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the probes have found.
 *
 * @param probes in the order of the workspace
 * @param histories by probe name
 * @param told what was last asked to be written down of a probe, by its name
 * @param quiet when probes are not told about
 * @param cursor the selected probe's place, counted from 0
 * @param looking whether the selected probe is looked at alone
 * @param past what was kept of them from before
 */
public record HealthBoard(
        List<Probe> probes,
        PMap<String, ProbeHistory> histories,
        PMap<String, String> told,
        Quiet quiet,
        int cursor,
        boolean looking,
        Past past) {

    /** Nothing has been found yet. */
    public static HealthBoard of(List<Probe> probes, List<Maintenance.Window> windows) {
        return new HealthBoard(
                List.copyOf(probes),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                Quiet.in(windows),
                0,
                false,
                Past.NONE);
    }

    public Optional<ProbeHistory> history(Probe probe) {
        return Optional.ofNullable(histories.get(probe.name()));
    }

    public Optional<Probe> probe(String name) {
        return probes.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /** The one the cursor is on. */
    public Optional<Probe> selected() {
        return probes.isEmpty()
                ? Optional.empty()
                : Optional.of(probes.get(Math.min(cursor, probes.size() - 1)));
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

    /** Whether {@code probe} is not told about now, for whatever reason of time. */
    public boolean quiet(Probe probe, Instant now) {
        return quiet.is(probe, now);
    }

    /** The first of the probes that {@code probe} stands on that is not well, where one is not. */
    public Optional<String> behind(Probe probe) {
        return probe.needs().stream().filter(this::down).findFirst();
    }

    private boolean down(String name) {
        ProbeHistory history = histories.get(name);
        if (history == null) {
            return false;
        }
        Optional<Health> hard = history.standing().hard();
        return bad(history.last().health()) || hard.isPresent() && bad(hard.get());
    }

    private static boolean bad(Health health) {
        return health == Health.CRITICAL || health == Health.UNKNOWN;
    }

    /**
     * How many probes are believed to have {@code health} now, without those that are silenced or
     * stand on one that is down. One that is stale is unknown.
     */
    public long count(Health health, Instant now) {
        return probes.stream()
                .filter(it -> !quiet(it, now) && behind(it).isEmpty())
                .filter(it -> believed(it, now).equals(Optional.of(health)))
                .count();
    }

    private Optional<Health> believed(Probe probe, Instant now) {
        return history(probe)
                .map(
                        it ->
                                stale(probe, now)
                                        ? Health.UNKNOWN
                                        : it.standing().hard().orElse(it.last().health()));
    }

    /** After another look; one at a probe that it does not have changes nothing. */
    public HealthBoard plus(Reading reading) {
        Optional<Probe> probe = probe(reading.probe());
        if (probe.isEmpty()) {
            return this;
        }
        ProbeHistory before = histories.get(reading.probe());
        ProbeHistory after =
                before == null
                        ? ProbeHistory.first(reading, probe.get().patience())
                        : before.plus(
                                reading, probe.get().patience(), behind(probe.get()).isPresent());
        return new HealthBoard(
                probes,
                histories.plus(reading.probe(), after),
                told,
                quiet.looked(probe.get(), reading.at()),
                cursor,
                looking,
                past);
    }

    HealthBoard told(String probe, String word) {
        return new HealthBoard(
                probes, histories, told.plus(probe, word), quiet, cursor, looking, past);
    }

    HealthBoard untold(String probe) {
        return new HealthBoard(probes, histories, told.minus(probe), quiet, cursor, looking, past);
    }

    HealthBoard toldNothing() {
        return new HealthBoard(
                probes, histories, HashTreePMap.empty(), quiet, cursor, looking, past);
    }

    HealthBoard silenced(String probe, Instant until) {
        return new HealthBoard(
                probes, histories, told, quiet.silenced(probe, until), cursor, looking, past);
    }

    HealthBoard looking(boolean on) {
        return new HealthBoard(probes, histories, told, quiet, cursor, on, past);
    }

    HealthBoard moved(int by) {
        return new HealthBoard(
                probes,
                histories,
                told,
                quiet,
                Math.clamp((long) cursor + by, 0, Math.max(0, probes.size() - 1)),
                looking,
                past);
    }

    /** With the cursor on {@code probe}, where there is one of that name. */
    HealthBoard at(String probe) {
        int place = probes.stream().map(Probe::name).toList().indexOf(probe);
        return place < 0 ? this : moved(place - cursor);
    }

    HealthBoard with(Past newer) {
        return new HealthBoard(probes, histories, told, quiet, cursor, looking, newer);
    }

    /**
     * Since when {@code probe} has been critical without a break, also where earlier rooms have
     * seen that begin; empty while it is not critical, or is silenced.
     */
    Optional<Instant> downSince(Probe probe, Instant now) {
        return history(probe)
                .filter(it -> it.standing().hard().equals(Optional.of(Health.CRITICAL)))
                .filter(it -> !quiet(probe, now))
                .map(ProbeHistory::since)
                .map(it -> past.minutes().criticalSince(probe.name(), it).orElse(it));
    }
}
