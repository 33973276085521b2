package dev.warroom.room;

import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.policy.Probe;

import java.util.List;
import java.util.Optional;

/** What arrives from logs and probes. */
final class Watching {

    private Watching() {}

    static Next logs(Room room, List<LogLine> lines, long dropped) {
        try {
            return Next.of(room.with(room.logs().arrived(lines, dropped, room.now())));
        } catch (LogFilter.Unusable e) {
            Logs open = room.logs().unfiltered();
            try {
                open = open.arrived(lines, dropped, room.now());
            } catch (LogFilter.Unusable impossible) {
                throw new IllegalStateException("no filter, and yet it failed", impossible);
            }
            return Next.of(room.with(open).with(Notice.bad("Filter removed: " + e.getMessage())));
        }
    }

    static Next probe(Room room, Reading reading) {
        Room next = room.with(room.health().plus(reading));
        return next.health()
                .probe(reading.probe())
                .map(it -> told(next, it))
                .orElseGet(() -> Next.of(next));
    }

    /** What the probes had found before there was an incident to write it down in. */
    static Next unrecorded(Room room) {
        Next all = Next.of(room.with(room.health().toldNothing()));
        for (Probe probe : room.health().probes()) {
            Next one = told(all.room(), probe);
            all = new Next(one.room(), all.effects()).and(one.effects());
        }
        return all;
    }

    /** A state that could not be written down is written down with the next reading. */
    static Room notRecorded(Room room, HealthChanged event) {
        return room.with(room.health().untold(event.probe()));
    }

    /** Asks for what is believed of {@code probe} to be written down, where that is news. */
    private static Next told(Room room, Probe probe) {
        HealthBoard board = room.health();
        Optional<ProbeHistory> history = board.history(probe);
        boolean silent =
                history.isEmpty()
                        || board.quiet(probe, room.now())
                        || board.behind(probe).isPresent();
        if (!room.incident().open() || silent) {
            return Next.of(room);
        }
        String after = history.get().standing().word();
        String before =
                Optional.ofNullable(board.told().get(probe.name()))
                        .orElseGet(() -> lastRecorded(room.incident(), probe.name()));
        boolean news =
                !after.isEmpty()
                        && !before.equals(after)
                        && !(before.isEmpty() && after.equals("ok"));
        return news
                ? Next.of(
                        room.with(board.told(probe.name(), after)),
                        changed(
                                probe,
                                history.get(),
                                before.isEmpty() ? earlier(history.get()) : before))
                : Next.of(room);
    }

    /** What was believed before, although it was not worth writing down. */
    private static String earlier(ProbeHistory history) {
        int before = history.changes().size() - 2;
        return before < 0 ? "" : history.changes().get(before).word();
    }

    private static Effect changed(Probe probe, ProbeHistory history, String before) {
        Standing standing = history.standing();
        String detail =
                standing.flapping()
                        ? standing.changed() + " changes in the last looks"
                        : history.last().detail();
        return new Effect.Record(new HealthChanged(probe.name(), before, standing.word(), detail));
    }

    /** The state an earlier room left in the journal; empty where there is none. */
    private static String lastRecorded(Incident incident, String probe) {
        return incident.facts()
                .newest(HealthChanged.class)
                .map(it -> (HealthChanged) it.event())
                .filter(it -> it.probe().equals(probe))
                .findFirst()
                .map(HealthChanged::to)
                .orElse("");
    }
}
