package dev.warroom.policy;

import java.util.Optional;

/**
 * From where on a figure is a warning, and from where on it is critical.
 *
 * @param warning empty where nothing is a warning
 * @param critical empty where nothing is critical
 */
public record Thresholds(Optional<Range> warning, Optional<Range> critical) {

    public static final Thresholds NONE = new Thresholds(Optional.empty(), Optional.empty());

    /**
     * Both, as ranges are written.
     *
     * @throws IllegalArgumentException where one of them is none
     */
    public static Thresholds of(String warning, String critical) {
        return new Thresholds(Optional.of(range(warning)), Optional.of(range(critical)));
    }

    private static Range range(String text) {
        return Range.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no range"));
    }

    /** These, and for what they do not say what {@code usual} says. */
    public Thresholds or(Thresholds usual) {
        return equals(NONE) ? usual : this;
    }

    /** Whether {@code value} is critical. */
    public boolean critical(double value) {
        return critical.isPresent() && critical.get().alerts(value);
    }

    /** Whether {@code value} is a warning, or worse. */
    public boolean warns(double value) {
        return critical(value) || warning.isPresent() && warning.get().alerts(value);
    }
}
