package dev.warroom.runbook;

import java.time.Duration;

/**
 * The part of an incident, or the length, that a phase is meant to take.
 *
 * @param from measured from the beginning of the incident; zero for a plain length
 * @param to when it ends, greater than {@code from}
 * @param words as written: {@code 5-15 minutes}
 */
public record TimeBox(Duration from, Duration to, String words) {

    public TimeBox {
        if (from.isNegative() || to.compareTo(from) <= 0) {
            throw new IllegalArgumentException(
                    "time box " + words + ": " + to + " must be after " + from);
        }
    }
}
