package dev.warroom.room;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of day as they stand in sentences and on the screen, by a clock of 24 hours. */
public final class TimeOfDay {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter WITH_DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private TimeOfDay() {}

    /** {@code 14:05:09}, or {@code 2026-02-27 14:05} where that is not the day of {@code now}. */
    public static String told(Instant at, Instant now, ZoneId zone) {
        return isDayOf(now, at, zone) ? second(at, zone) : WITH_DATE.format(at.atZone(zone));
    }

    /** Whether both are on one day of the zone. */
    public static boolean isDayOf(Instant now, Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    }

    /** {@code 14:05}. */
    public static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    /** {@code 14:05:09}. */
    public static String second(Instant at, ZoneId zone) {
        return SECOND.format(at.atZone(zone));
    }
}
