package dev.warroom.room;

import java.util.Optional;

/** Scrolling and moving the cursor, in whatever has the focus. */
final class Moving {

    /** Further than anything is long. */
    static final int FAR = 1_000_000_000;

    private Moving() {}

    /** Moves down by {@code lines}, or up where it is negative. */
    static Room by(Room room, int lines) {
        Screen screen = room.screen();
        if (screen.help().isPresent()) {
            return room.with(
                    screen.helping(
                            Optional.of(Math.clamp((long) screen.help().get() + lines, 0, 200))));
        }
        if (screen.outputHasKeys()) {
            return room.with(room.outputs().scrolled(screen.output(), -lines));
        }
        return switch (screen.focus()) {
            case CHECKLIST ->
                    room.choosing()
                            ? room.with(room.catalog().moved(lines, entries(room)))
                            : room.with(room.checklist().moved(lines));
            case LOGS -> room.with(room.logs().scrolled(-lines));
            case HEALTH -> room.with(room.health().moved(lines));
            case TIMELINE -> room.timelineScrolled(-lines);
        };
    }

    /** Back to the newest, or, where it follows already, held where it is. */
    static Room follow(Room room) {
        Screen screen = room.screen();
        boolean output = screen.outputHasKeys();
        boolean following =
                output
                        ? room.outputs().fromEnd() == 0
                        : switch (screen.focus()) {
                            case TIMELINE -> room.timelineFromEnd() == 0;
                            case CHECKLIST, LOGS, HEALTH -> room.logs().following();
                        };
        int lines = following ? 1 : -FAR;
        if (output) {
            return room.with(room.outputs().scrolled(screen.output(), lines));
        }
        return switch (screen.focus()) {
            case TIMELINE -> room.timelineScrolled(lines);
            case CHECKLIST, LOGS, HEALTH -> room.with(room.logs().scrolled(lines));
        };
    }

    /** Half of what the terminal shows, at least one line. */
    static int page(Room room) {
        return Math.max(1, (room.screen().rows() - Screen.CHROME) / 2);
    }

    private static int entries(Room room) {
        return room.catalog().entries(room.library(), room.incident().begun()).size();
    }
}
