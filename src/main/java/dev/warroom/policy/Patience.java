package dev.warroom.policy;

import java.time.Duration;

/**
 * How soon a probe is believed.
 *
 * @param retries how often a bad look is repeated before it counts, 0 to 20
 * @param retryEvery from one of these looks to the next, more than 0
 * @param recoveries how many good looks in a row end a bad state, 1 to 20
 * @param flapping whether a state that changes too often is told as one that flaps
 */
public record Patience(int retries, Duration retryEvery, int recoveries, boolean flapping) {

    /** A state is confirmed twice, within seconds. */
    public static final Patience USUAL = new Patience(2, Duration.ofSeconds(2), 1, true);

    /** Every look counts. */
    public static final Patience NONE = new Patience(0, Duration.ofSeconds(2), 1, false);

    public Patience {
        if (retries < 0 || recoveries < 1) {
            throw new IllegalArgumentException(
                    "retries " + retries + " must be >= 0, recoveries " + recoveries + " >= 1");
        }
    }
}
