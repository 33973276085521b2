package dev.warroom.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as a report shows them: in UTC, to the second, and where it helps in a zone as well. */
final class Times {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Times() {}

    static String utc(Instant at) {
        return SECOND.format(at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 2026-03-01 03:14:15 UTC (2026-03-01 04:14:15 Europe/Berlin)}. */
    static String both(Instant at, ZoneId zone) {
        String utc = utc(at) + " UTC";
        return zone.normalized().equals(ZoneOffset.UTC)
                ? utc
                : utc + " (" + SECOND.format(at.atZone(zone)) + " " + zone.getId() + ")";
    }
}
