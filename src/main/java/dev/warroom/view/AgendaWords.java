package dev.warroom.view;

import dev.warroom.policy.Maintenance;
import dev.warroom.room.Agenda;
import dev.warroom.room.Duty;
import dev.warroom.room.Room;
import dev.warroom.room.TimeOfDay;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What the team's calendar has to say, in few words. */
final class AgendaWords {

    private AgendaWords() {}

    /** For the status line, while a window goes on: {@code maintenance until 04:00}. */
    static Optional<String> maintenance(Room room, ZoneId zone) {
        Optional<Maintenance.Occurrence> window = room.catalog().agenda().maintenance();
        return window.filter(it -> it.during(room.now()))
                .map(it -> "maintenance until " + TimeOfDay.minute(it.to(), zone));
    }

    /** For the message line, while nothing else is said and no incident is open. */
    static Optional<String> due(Room room, ZoneId zone) {
        Agenda agenda = room.catalog().agenda();
        List<Duty> waiting = agenda.waiting();
        if (waiting.isEmpty() || room.incident().open()) {
            return Optional.empty();
        }
        Duty first = waiting.getFirst();
        String more = waiting.size() > 1 ? "  (and " + (waiting.size() - 1) + " more)" : "";
        return Optional.of(
                "Due since " + TimeOfDay.minute(first.since(), zone) + ": " + first.title() + more);
    }
}
