package dev.warroom.room;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.HealthChanged;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What arrives from logs and probes. */
final class Watching {

    private Watching() {}

    static Next logs(Room room, List<LogLine> lines, long dropped) {
        try {
            return Next.of(room.with(room.logs().arrived(lines, dropped)));
        } catch (LogFilter.Unusable e) {
            Logs open = room.logs().unfiltered();
            try {
                open = open.arrived(lines, dropped);
            } catch (LogFilter.Unusable impossible) {
                throw new IllegalStateException("no filter, and yet it failed", impossible);
            }
            return Next.of(room.with(open).with(Notice.bad("Filter removed: " + e.getMessage())));
        }
    }

    static Next probe(Room room, Reading reading) {
        String before =
                Optional.ofNullable(room.health().histories().get(reading.probe()))
                        .map(it -> word(it.last().health()))
                        .orElseGet(() -> lastRecorded(room.incident(), reading.probe()));
        Room next = room.with(room.health().plus(reading));
        return room.incident().open() && news(before, word(reading.health()))
                ? Next.of(next, changed(reading, before))
                : Next.of(next);
    }

    /** What the probes had found before there was an incident to write it down in. */
    static List<Effect> unrecorded(Room room) {
        return room.health().probes().stream()
                .flatMap(probe -> room.health().history(probe).stream())
                .map(HealthBoard.History::last)
                .filter(it -> news(lastRecorded(room.incident(), it.probe()), word(it.health())))
                .map(it -> changed(it, lastRecorded(room.incident(), it.probe())))
                .toList();
    }

    private static boolean news(String before, String after) {
        return !before.equals(after) && !(before.isEmpty() && after.equals("ok"));
    }

    private static Effect changed(Reading reading, String before) {
        return new Effect.Record(
                new HealthChanged(
                        reading.probe(), before, word(reading.health()), reading.detail()));
    }

    /** The state an earlier room left in the journal; empty where there is none. */
    private static String lastRecorded(Incident incident, String probe) {
        for (int i = incident.facts().size() - 1; i >= 0; i--) {
            Fact fact = incident.facts().get(i);
            if (fact.event() instanceof HealthChanged changed && changed.probe().equals(probe)) {
                return changed.to();
            }
        }
        return "";
    }

    private static String word(Reading.Health health) {
        return health.name().toLowerCase(Locale.ROOT);
    }
}
