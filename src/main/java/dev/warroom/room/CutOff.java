package dev.warroom.room;

import java.time.Instant;
import java.util.Optional;

/** What is said where something is in the way between this room and those on other machines. */
final class CutOff {

    private CutOff() {}

    /**
     * How far the incident is shared; what is in the way is said when that is new, and {@code :who}
     * says it as long as it lasts.
     */
    static Next stands(Room room, int waiting, Optional<Instant> since, String trouble) {
        boolean news = !trouble.equals(room.together().trouble());
        Room now = room.with(room.together().standing(waiting, since, trouble));
        return Next.of(news ? words(now).map(now::with).orElse(now) : now);
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
