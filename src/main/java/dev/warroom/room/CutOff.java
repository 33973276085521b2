package dev.warroom.room;

import java.time.Instant;
import java.util.Optional;

/** What is said where something is in the way between this room and those on other machines. */
final class CutOff {

    private static final Notice OVER = Notice.good("The room is reached again.");

    private CutOff() {}

    /**
     * How far the incident is shared; what is in the way is said when that is new, and {@code :who}
     * says it as long as it lasts. That it is over is said where nothing else was said since.
     */
    static Next stands(Room room, int waiting, Optional<Instant> since, String trouble) {
        String before = room.together().trouble();
        Room now = room.with(room.together().standing(waiting, since, trouble));
        if (trouble.equals(before)) {
            return Next.of(now);
        }
        boolean stillStands = room.notice().text().endsWith(before);
        return Next.of(
                words(now)
                        .or(() -> Optional.of(OVER).filter(it -> stillStands))
                        .map(now::with)
                        .orElse(now));
    }

    /** One line; empty where nothing is in the way. */
    static Optional<Notice> words(Room room) {
        Together together = room.together();
        if (together.trouble().isEmpty()) {
            return Optional.empty();
        }
        String what = together.waiting() == 0 ? "Cut off from the room: " : "Not shared: ";
        return Optional.of(Notice.bad(what + together.trouble()));
    }
}
