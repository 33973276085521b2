package dev.warroom.room;

import dev.warroom.policy.Range;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One figure of a reading, as the performance data of a Nagios plugin has it.
 *
 * @param label what is counted; sanitised
 * @param value empty where the probe could not tell
 * @param unit may be empty; sanitised
 * @param warning outside of which it is a warning
 * @param critical outside of which it is critical
 * @param least the smallest value there can be
 * @param most the largest value there can be
 */
public record Metric(
        String label,
        OptionalDouble value,
        String unit,
        Optional<Range> warning,
        Optional<Range> critical,
        OptionalDouble least,
        OptionalDouble most) {

    /** A value without limits. */
    public static Metric of(String label, double value, String unit) {
        return new Metric(
                label,
                OptionalDouble.of(value),
                unit,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
