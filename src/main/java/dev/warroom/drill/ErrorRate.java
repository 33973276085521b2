package dev.warroom.drill;

import java.time.Duration;
import java.time.Instant;

/** Counts the answers of the last {@value #SECONDS} seconds, and which of them were failures. */
final class ErrorRate {

    static final int SECONDS = 10;

    private final long[] second = new long[SECONDS];
    private final int[] requests = new int[SECONDS];
    private final int[] failures = new int[SECONDS];
    private final long[] millis = new long[SECONDS];

    /**
     * What the window holds.
     *
     * @param requests all answers, at least 0
     * @param failures those of them with a status of 500 or more
     * @param millis how long they took on average, 0 where nothing was asked
     */
    record Count(int requests, int failures, long millis) {

        /** The share of failures in percent, 0 where nothing was asked. */
        double percent() {
            return requests == 0 ? 0 : 100.0 * failures / requests;
        }
    }

    synchronized void add(Instant at, boolean failure, Duration took) {
        int slot = (int) Math.floorMod(at.getEpochSecond(), (long) SECONDS);
        if (second[slot] != at.getEpochSecond()) {
            second[slot] = at.getEpochSecond();
            requests[slot] = 0;
            failures[slot] = 0;
            millis[slot] = 0;
        }
        requests[slot]++;
        failures[slot] += failure ? 1 : 0;
        millis[slot] += took.toMillis();
    }

    synchronized Count count(Instant now) {
        int asked = 0;
        int failed = 0;
        long took = 0;
        for (int slot = 0; slot < SECONDS; slot++) {
            if (second[slot] > now.getEpochSecond() - SECONDS) {
                asked += requests[slot];
                failed += failures[slot];
                took += millis[slot];
            }
        }
        return new Count(asked, failed, asked == 0 ? 0 : took / asked);
    }
}
