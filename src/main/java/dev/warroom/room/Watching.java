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
        String after = word(reading.health());
        boolean news =
                room.incident().open()
                        && !before.equals(after)
                        && !(before.isEmpty() && after.equals("ok"));
        return news
                ? Next.of(
                        next,
                        new Effect.Record(
                                new HealthChanged(
                                        reading.probe(), before, after, reading.detail())))
                : Next.of(next);
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
