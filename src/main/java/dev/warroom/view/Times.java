package dev.warroom.view;

import dev.warroom.incident.Attempt;
import dev.warroom.room.Room;
import dev.warroom.room.TimeOfDay;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Durations, and times with their zone, as the screen writes them. */
final class Times {

    private static final DateTimeFormatter ZONED =
            DateTimeFormatter.ofPattern("HH:mm z", Locale.ENGLISH);

    private Times() {}

    /** {@code 14:31 CET (13:31 UTC)}, or {@code 13:31 UTC} where that is the zone. */
    static String withUtc(Instant at, ZoneId zone) {
        String utc = TimeOfDay.minute(at, ZoneOffset.UTC) + " UTC";
        return zone.getRules().getOffset(at).equals(ZoneOffset.UTC)
                ? utc
                : ZONED.format(at.atZone(zone)) + " (" + utc + ")";
    }

    /** The same with its date before it, where that is not the day of {@code now}. */
    static String withUtc(Instant at, Instant now, ZoneId zone) {
        String day = TimeOfDay.isDayOf(now, at, zone) ? "" : at.atZone(zone).toLocalDate() + " ";
        return day + withUtc(at, zone);
    }

    /** {@code 00:12:41}, hours as many as there are. */
    static String elapsed(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** {@code 2:19}, {@code 1:02:19}; without a sign. */
    static String left(Duration length) {
        long seconds = Math.abs(length.toSeconds());
        return seconds >= 3600
                ? String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /** How long a run has been going, or is on its way, or since when nobody knows. */
    static String running(Room room, Attempt attempt, ZoneId zone) {
        return room.lost()
                .of(attempt.run())
                .map(it -> it.words(zone))
                .orElseGet(
                        () ->
                                (room.launches().connecting(attempt.run())
                                                ? "connecting "
                                                : "running ")
                                        + age(Duration.between(attempt.startedAt(), room.now())));
    }

    /** {@code 2 s}, {@code 3:20}: whole seconds, for what is counted while one looks. */
    static String age(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        return seconds < 60 ? seconds + " s" : left(length);
    }
}
