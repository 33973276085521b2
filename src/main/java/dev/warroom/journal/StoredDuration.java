package dev.warroom.journal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;

/**
 * Reads durations in the form in which journals have nearly all of them, {@code PT0.412S} and
 * {@code PT1H30M}. Java's own parser takes as long for one as reading the rest of its line does.
 */
final class StoredDuration {

    private static final int MOST_DIGITS = 9;

    private StoredDuration() {}

    /**
     * @throws DateTimeException if it is no duration
     */
    static Duration parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /** The same of what stands from {@code from} until before {@code to}. */
    static Duration parse(byte[] text, int from, int to) {
        boolean period = to - from > 2 && text[from] == 'P' && text[from + 1] == 'T';
        Duration usual = period ? usual(text, from + 2, to) : null;
        return usual == null
                ? Duration.parse(new String(text, from, to - from, StandardCharsets.UTF_8))
                : usual;
    }

    /** What stands behind the letters at its beginning; null where it looks otherwise. */
    private static Duration usual(byte[] text, int from, int to) {
        long seconds = 0;
        int number = 0;
        int digits = 0;
        int unit = Integer.MAX_VALUE;
        for (int at = from; at < to; at++) {
            int next = text[at];
            if (next >= '0' && next <= '9' && digits < MOST_DIGITS) {
                number = number * 10 + next - '0';
                digits++;
            } else if (digits == 0) {
                return null;
            } else if (next == '.') {
                return parts(text, at + 1, to, seconds + number);
            } else {
                int smaller = next == 'H' ? 3_600 : next == 'M' ? 60 : next == 'S' ? 1 : unit;
                if (smaller >= unit) {
                    return null;
                }
                unit = smaller;
                seconds += (long) number * unit;
                number = 0;
                digits = 0;
            }
        }
        return digits == 0 ? Duration.ofSeconds(seconds) : null;
    }

    /** What stands behind the point: parts of a second, and its letter. */
    private static Duration parts(byte[] text, int from, int to, long seconds) {
        int digits = to - 1 - from;
        if (digits < 1 || digits > MOST_DIGITS || text[to - 1] != 'S') {
            return null;
        }
        int nanos = 0;
        for (int i = 0; i < MOST_DIGITS; i++) {
            int digit = i < digits ? text[from + i] - '0' : 0;
            if (digit < 0 || digit > 9) {
                return null;
            }
            nanos = nanos * 10 + digit;
        }
        return Duration.ofSeconds(seconds, nanos);
    }
}
