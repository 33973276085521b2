package dev.warroom.health;

import dev.warroom.policy.Thresholds;
import dev.warroom.room.Metric;
import dev.warroom.room.Reading.Health;
import dev.warroom.room.Timing;
import dev.warroom.text.Sanitiser;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one look has found.
 *
 * @param detail one line, safe to draw, at most {@value #MOST_CHARACTERS} characters
 * @param metrics the main figure first
 * @param output what else was said, safe to draw, at most {@value #MOST_LINES} lines
 */
record Finding(
        Health health,
        String detail,
        List<Metric> metrics,
        List<String> output,
        Optional<Timing> timing) {

    static final int MOST_CHARACTERS = 200;
    static final int MOST_LINES = 40;

    Finding {
        detail = cut(Sanitiser.line(detail.strip()));
        metrics = List.copyOf(metrics);
        output = output.stream().limit(MOST_LINES).map(it -> cut(Sanitiser.line(it))).toList();
    }

    Finding(Health health, String detail) {
        this(health, detail, List.of(), List.of(), Optional.empty());
    }

    /** Nothing came within {@code timeout}. */
    static Finding silence(Health health, Duration timeout) {
        return new Finding(health, "no answer within " + seconds(timeout));
    }

    /** A figure and what the thresholds say of it. */
    static Finding of(Metric figure, Thresholds limits, String detail) {
        Metric limited =
                new Metric(
                        figure.label(),
                        figure.value(),
                        figure.unit(),
                        limits.warning(),
                        limits.critical(),
                        figure.least(),
                        figure.most());
        return new Finding(
                judged(figure.value(), limits),
                detail,
                List.of(limited),
                List.of(),
                Optional.empty());
    }

    /** What {@code limits} say of a value; unknown where there is none. */
    static Health judged(OptionalDouble value, Thresholds limits) {
        if (value.isEmpty()) {
            return Health.UNKNOWN;
        }
        if (limits.critical(value.getAsDouble())) {
            return Health.CRITICAL;
        }
        return limits.warns(value.getAsDouble()) ? Health.WARNING : Health.OK;
    }

    /** As people say it: {@code 2 s}, {@code 0.5 s}. */
    private static String seconds(Duration time) {
        String value = BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
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
