package dev.warroom.journal;

import java.time.DateTimeException;
import java.time.Duration;

/**
 * Reads durations in the form in which journals have nearly all of them, {@code PT0.412S} and
 * {@code PT1H30M}. Java's own parser takes as long for one as reading the rest of its line does.
 */
final class StoredDuration {

    private static final int MOST_DIGITS = 9;

    /** In the order in which they may come. */
    private static final String UNITS = "HMS";

    private static final int[] SECONDS = {3_600, 60, 1};

    private StoredDuration() {}

    /**
     * @throws DateTimeException if it is no duration
     */
    static Duration parse(String text) {
        Duration usual = text.startsWith("PT") ? usual(text) : null;
        return usual == null ? Duration.parse(text) : usual;
    }

    /** Null where it looks otherwise. */
    private static Duration usual(String text) {
        int at = 2;
        long seconds = 0;
        int nanos = 0;
        int next = 0;
        do {
            int behind = digits(text, at);
            if (behind == at || behind == text.length()) {
                return null;
            }
            int number = number(text, at, behind);
            at = behind;
            if (text.charAt(at) == '.') {
                behind = digits(text, at + 1);
                if (behind == at + 1 || behind != text.length() - 1) {
                    return null;
                }
                nanos = number(text, at + 1, behind);
                for (int i = behind - at; i <= MOST_DIGITS; i++) {
                    nanos *= 10;
                }
                // Only seconds have parts, and they come last.
                next = Math.max(next, UNITS.length() - 1);
                at = behind;
            }
            int unit = UNITS.indexOf(text.charAt(at++), next);
            if (unit < 0) {
                return null;
            }
            seconds += (long) number * SECONDS[unit];
            next = unit + 1;
        } while (at < text.length());
        return Duration.ofSeconds(seconds, nanos);
    }

    /** Where the digits end that begin there, of which no more are looked at than fit. */
    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length()
                && at < from + MOST_DIGITS
                && text.charAt(at) >= '0'
                && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
