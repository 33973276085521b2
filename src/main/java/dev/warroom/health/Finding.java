package dev.warroom.health;

import dev.warroom.room.Reading.Health;
import dev.warroom.text.Sanitiser;

import java.time.Duration;

/**
 * What one look has found.
 *
 * @param detail one line, safe to draw, at most {@value #MOST_CHARACTERS} characters
 */
record Finding(Health health, String detail) {

    static final int MOST_CHARACTERS = 200;

    Finding {
        detail = cut(Sanitiser.line(detail.strip()));
    }

    /** Nothing came within {@code timeout}. */
    static Finding silence(Health health, Duration timeout) {
        return new Finding(health, "no answer within " + seconds(timeout));
    }

    /** As people say it: {@code 2 s}, {@code 0.5 s}. */
    private static String seconds(Duration time) {
        String value =
                java.math.BigDecimal.valueOf(time.toMillis(), 3)
                        .stripTrailingZeros()
                        .toPlainString();
        return value + " s";
    }

    private static String cut(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = MOST_CHARACTERS - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
