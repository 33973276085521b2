package dev.warroom.drill;

import java.time.Instant;

/** Counts the answers of the last {@value #SECONDS} seconds, and which of them were failures. */
final class ErrorRate {

    static final int SECONDS = 10;

    private final long[] second = new long[SECONDS];
    private final int[] requests = new int[SECONDS];
    private final int[] failures = new int[SECONDS];

    /**
     * What the window holds.
     *
     * @param requests all answers, at least 0
     * @param failures those of them with a status of 500 or more
     */
    record Count(int requests, int failures) {

        /** The share of failures in percent, 0 where nothing was asked. */
        double percent() {
            return requests == 0 ? 0 : 100.0 * failures / requests;
        }
    }

    synchronized void add(Instant at, boolean failure) {
        int slot = (int) Math.floorMod(at.getEpochSecond(), (long) SECONDS);
        if (second[slot] != at.getEpochSecond()) {
            second[slot] = at.getEpochSecond();
            requests[slot] = 0;
            failures[slot] = 0;
        }
        requests[slot]++;
        failures[slot] += failure ? 1 : 0;
    }

    synchronized Count count(Instant now) {
        int asked = 0;
        int failed = 0;
        for (int slot = 0; slot < SECONDS; slot++) {
            if (second[slot] > now.getEpochSecond() - SECONDS) {
                asked += requests[slot];
                failed += failures[slot];
            }
        }
        return new Count(asked, failed);
    }
}
