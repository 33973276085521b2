package dev.warroom.incident;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something took, as people say it: two units at most. */
public final class DurationWords {

    private DurationWords() {}

    /**
     * Such as {@code 59 ms}, {@code 3.4 s}, {@code 42 s}, {@code 4 min 2 s}, {@code 1 h 5 min},
     * {@code 2 d 3 h}. Tenths of a second show only below 10 s; what is negative reads {@code 0
     * ms}.
     */
    public static String of(Duration duration) {
        Duration length = duration.isNegative() ? Duration.ZERO : duration;
        if (length.toSeconds() < 1) {
            return length.toMillis() + " ms";
        }
        if (length.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.ROOT, "%d.%d s", length.toSeconds(), tenth(length));
        }
        if (length.toMinutes() < 1) {
            return length.toSeconds() + " s";
        }
        if (length.toHours() < 1) {
            return two(length.toMinutes(), "min", length.toSecondsPart(), "s");
        }
        if (length.toDays() < 1) {
            return two(length.toHours(), "h", length.toMinutesPart(), "min");
        }
        return two(length.toDays(), "d", length.toHoursPart(), "h");
    }

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,6})\\s?(s|sec|m|min|h|d)", Pattern.CASE_INSENSITIVE);

    /**
     * Reads {@code 90s}, {@code 10m}, {@code 10 min}, {@code 2h}, {@code 1d}; empty for the rest.
     */
    public static Optional<Duration> parse(String text) {
        Matcher parts = WRITTEN.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(parts.group(1));
        return Optional.of(
                switch (parts.group(2).toLowerCase(Locale.ROOT).charAt(0)) {
                    case 's' -> Duration.ofSeconds(count);
                    case 'm' -> Duration.ofMinutes(count);
                    case 'h' -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    /** Cut off, not rounded, so that 9.97 s does not read 10.0 s. */
    private static int tenth(Duration length) {
        return length.getNano() / 100_000_000;
    }

    private static String two(long big, String bigUnit, int small, String smallUnit) {
        return big + " " + bigUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
