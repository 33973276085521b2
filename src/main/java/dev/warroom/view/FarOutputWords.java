package dev.warroom.view;

import dev.warroom.incident.Attempt;
import dev.warroom.room.FarOutput;
import dev.warroom.room.Room;
import dev.warroom.room.TimeOfDay;

import java.time.ZoneId;

/** What is said of an output that comes from a room on another machine. */
final class FarOutputWords {

    private FarOutputWords() {}

    /** Behind what the output is of. */
    static String title(Room room, String run, FarOutput far, ZoneId zone) {
        String from = owner(room, run) + "'s room";
        if (!far.trouble().isEmpty()) {
            return far.told().isPresent()
                    ? "as of " + TimeOfDay.second(far.told().get(), zone) + ": " + far.trouble()
                    : "of " + from;
        }
        return far.told()
                .map(it -> "of " + from + " as of " + TimeOfDay.second(it, zone))
                .orElse("asked " + from + " " + TimeOfDay.second(far.asked(), zone) + " …");
    }

    /** In place of lines. */
    static String empty(Room room, String run, FarOutput far, ZoneId zone) {
        String when = TimeOfDay.second(far.asked(), zone);
        if (!far.trouble().isEmpty()) {
            return "Asked "
                    + owner(room, run)
                    + "'s room at "
                    + when
                    + ": "
                    + far.trouble()
                    + ". o asks again.";
        }
        return far.waiting()
                ? "Asked " + owner(room, run) + "'s room at " + when + " …"
                : "No output at " + when + ".";
    }

    private static String owner(Room room, String run) {
        return room.incident().attempt(run).map(Attempt::who).orElse("another");
    }
}
