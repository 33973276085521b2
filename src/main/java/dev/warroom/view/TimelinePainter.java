package dev.warroom.view;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.room.Room;
import dev.warroom.room.TimeOfDay;
import dev.warroom.room.Timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What has happened, the newest on top. */
final class TimelinePainter {

    private static final int MOST_NAME = 10;

    private TimelinePainter() {}

    static String title(Room room) {
        Timeline timeline = room.timeline();
        List<Fact> all = room.incident().told();
        List<Fact> shown = timeline.shown(all);
        StringBuilder title = new StringBuilder("4 Timeline");
        if (!timeline.whole()) {
            title.append(" · ").append(timeline.words());
            title.append(" · ").append(all.size() - shown.size()).append(" hidden");
        }
        int newer = timeline.newer(shown);
        if (timeline.top().isPresent()) {
            title.append(" · held, ").append(newer).append(" newer");
        }
        return title.toString();
    }

    static void paint(Room room, Look look, Canvas inside, boolean focused) {
        Timeline timeline = room.timeline();
        List<Fact> shown = timeline.shown(room.incident().told());
        if (shown.isEmpty()) {
            String words =
                    timeline.whole()
                            ? "Nothing has happened yet."
                            : "No " + timeline.words() + ": f with nothing shows all.";
            inside.put(1, 0, words, Style.MUTED);
            return;
        }
        long meant = focused ? timeline.meant(shown).map(Fact::number).orElse(0L) : 0;
        int newest = shown.size() - 1 - timeline.newer(shown);
        for (int row = 0; row < inside.rows() && row <= newest; row++) {
            Fact fact = shown.get(newest - row);
            boolean selected = fact.number() == meant;
            if (selected) {
                inside.fill(0, row, Style.BAR);
            }
            fact(room, look, fact, inside, row, selected);
        }
    }

    private static void fact(
            Room room, Look look, Fact fact, Canvas inside, int row, boolean selected) {
        FactLook is =
                room.incident()
                        .facts()
                        .told()
                        .worst(fact)
                        .map(FactLook::of)
                        .orElseGet(() -> FactLook.of(fact));
        Style quiet = selected ? Style.BAR : Style.MUTED;
        int end = inside.put(1, row, time(room, look, fact), quiet);
        end = inside.put(end + 1, row, is.symbol(), selected ? is.style().reversed() : is.style());
        inside.put(end + 1, row, fact.who(), quiet, end + 1 + MOST_NAME);
        inside.put(
                end + 2 + MOST_NAME,
                row,
                room.incident().words(fact),
                selected ? is.style().reversed() : is.style());
    }

    private static String time(Room room, Look look, Fact fact) {
        Incident incident = room.incident();
        if (!room.timeline().relative() || !incident.begun()) {
            return TimeOfDay.told(fact.at(), room.now(), look.zone());
        }
        Instant began = incident.beganAt().orElseThrow();
        Duration since = Duration.between(began, incident.at(fact));
        return (since.isNegative() ? "-" : "+") + Times.elapsed(since.abs());
    }
}
