package dev.warroom.room;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of what runs when a room is left. */
public final class Leaving {

    private Leaving() {}

    /** What is asked. */
    public static String words(Room room) {
        int running = room.incident().running().size() - runs(room).size();
        int waiting = room.launches().waiting();
        return "Leave the war room?"
                + cut(room).map(it -> " " + it).orElse("")
                + (running == 0 ? "" : " " + running + " running step(s) go on without it.")
                + (waiting == 0 ? "" : " " + waiting + " host(s) that wait never begin.");
    }

    /** What does not go on: its terminal is at the end of a connection of this room. */
    public static Optional<String> cut(Room room) {
        List<String> runs = runs(room);
        return runs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        runs.stream()
                                        .map(it -> "\"" + RunTitle.of(room, it) + "\"")
                                        .collect(Collectors.joining(", "))
                                + (runs.size() == 1
                                        ? " ENDS: its terminal goes"
                                        : " END: their terminals go")
                                + " with the connection.");
    }

    private static List<String> runs(Room room) {
        return room.incident().running().stream()
                .map(it -> it.run())
                .filter(room.launches()::cutByLeaving)
                .toList();
    }
}
