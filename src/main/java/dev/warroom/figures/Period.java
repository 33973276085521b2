package dev.warroom.figures;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from included
 * @param to not included; after {@code from}
 */
public record Period(Instant from, Instant to) {

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " must be before to " + to);
        }
    }

    public boolean has(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
