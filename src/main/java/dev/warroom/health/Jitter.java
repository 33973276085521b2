package dev.warroom.health;

import java.time.Duration;
import java.util.SplittableRandom;

/** Keeps probes of the same interval from being looked at all at the same time for ever. */
final class Jitter {

    /** By how much an interval is longer or shorter, at most. */
    private static final double SHARE = 0.05;

    private final SplittableRandom random;

    /**
     * @param name that has the same sequence each time
     */
    Jitter(String name) {
        random = new SplittableRandom(name.hashCode());
    }

    /** {@code interval}, or up to a twentieth more or less. */
    Duration of(Duration interval) {
        double share = 1 + SHARE * (2 * random.nextDouble() - 1);
        return Duration.ofNanos((long) (interval.toNanos() * share));
    }
}
