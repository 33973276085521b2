package dev.warroom.incident;

import java.time.Duration;
import java.util.Locale;

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

    /** Cut off, not rounded, so that 9.97 s does not read 10.0 s. */
    private static int tenth(Duration length) {
        return length.getNano() / 100_000_000;
    }

    private static String two(long big, String bigUnit, int small, String smallUnit) {
        return big + " " + bigUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
