package dev.warroom.share;

/** How often something may be done: a number at once, and so many more a second. */
final class Allowance {

    private static final double SECOND = 1e9;

    private final int most;
    private final int perSecond;
    private double left;
    private long counted;

    /**
     * @param most at once
     * @param now in nanoseconds, by any clock that only goes on
     */
    Allowance(int most, int perSecond, long now) {
        this.most = most;
        this.perSecond = perSecond;
        left = most;
        counted = now;
    }

    /** Whether it may be done once more. */
    synchronized boolean take(long now) {
        left = Math.min(most, left + (now - counted) / SECOND * perSecond);
        counted = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
