package dev.warroom.view;

import dev.warroom.incident.Fact;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.Outcome;
import dev.warroom.room.Room;

import java.util.List;

/** What has happened, the newest on top. */
final class TimelinePainter {

    private static final int MOST_NAME = 10;

    private TimelinePainter() {}

    static String title(Room room) {
        int newer = room.timelineFromEnd();
        return "4 Timeline" + (newer > 0 ? " · held, " + newer + " newer" : "");
    }

    static void paint(Room room, Look look, Canvas inside) {
        List<Fact> facts = room.incident().facts();
        if (facts.isEmpty()) {
            inside.put(1, 0, "Nothing has happened yet.", Style.MUTED);
            return;
        }
        for (int row = 0; row < inside.rows(); row++) {
            int at = facts.size() - 1 - room.timelineFromEnd() - row;
            if (at < 0) {
                return;
            }
            Fact fact = facts.get(at);
            int end = inside.put(1, row, Times.clock(fact.at(), look.zone()), Style.MUTED);
            inside.put(end + 1, row, fact.who(), Style.MUTED, end + 1 + MOST_NAME);
            inside.put(end + 2 + MOST_NAME, row, FactWords.words(fact, facts), style(fact));
        }
    }

    private static Style style(Fact fact) {
        return switch (fact.event()) {
            case StepFinished end -> end.outcome() == Outcome.FAILED ? Style.BAD : Style.PLAIN;
            case HealthChanged changed ->
                    changed.to().equals("ok")
                            ? Style.GOOD
                            : changed.to().equals("critical") ? Style.BAD : Style.WARNING;
            default -> Style.PLAIN;
        };
    }
}
