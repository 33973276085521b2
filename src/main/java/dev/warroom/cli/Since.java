package dev.warroom.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as people type it: {@code 15m} ago, {@code 14:05}, a date, a date and a time. */
final class Since {

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})\\s*(s|m|h|d)");

    private Since() {}

    /**
     * @param text an ISO 8601 time, date or time of day (the latest that is not after {@code now}),
     *     or a number with s, m, h or d for how long ago
     * @param zone of times that do not name one
     */
    static Instant read(String text, Instant now, ZoneId zone) {
        Matcher ago = AGO.matcher(text.strip());
        if (ago.matches()) {
            long count = Long.parseLong(ago.group(1));
            return now.minus(
                    switch (ago.group(2)) {
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
        }
        String iso = text.strip().replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
        List<Supplier<Instant>> ways =
                List.of(
                        () -> OffsetDateTime.parse(iso).toInstant(),
                        () -> LocalDateTime.parse(iso).atZone(zone).toInstant(),
                        () -> LocalDate.parse(iso).atStartOfDay(zone).toInstant(),
                        () -> today(LocalTime.parse(iso), now, zone));
        return ways.stream()
                .map(Since::tried)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(
                        () ->
                                new Failure(
                                        "\""
                                                + text
                                                + "\" is not a time: write 15m, 14:05,"
                                                + " 2026-03-12 or 2026-03-12T14:05:09Z."));
    }

    private static Optional<Instant> tried(Supplier<Instant> way) {
        try {
            return Optional.of(way.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant today(LocalTime time, Instant now, ZoneId zone) {
        LocalDate date = LocalDate.ofInstant(now, zone);
        Instant at = date.atTime(time).atZone(zone).toInstant();
        return at.isAfter(now) ? date.minusDays(1).atTime(time).atZone(zone).toInstant() : at;
    }
}
