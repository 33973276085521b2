package dev.warroom.room;

/**
 * How much comes from one source of log lines, as it was measured at a time.
 *
 * @param at of the measurement, in ms since 1970
 * @param perSecond lines a second since the measurement before, at least 0
 * @param lag from the time that the newest line says to when it came, in ms; -1 where it says none
 * @param newest when its newest line came, in ms since 1970
 * @param lines since the room opened
 * @param dropped of them, because they came faster than the room could take them
 */
public record LogRate(long at, double perSecond, long lag, long newest, long lines, long dropped) {

    /** A rate that was measured longer ago is none any more: nothing has come since. */
    private static final long STALE = 2_500;

    /** Lines a second at {@code now}, in ms since 1970. */
    public double perSecondAt(long now) {
        return now - at > STALE ? 0 : perSecond;
    }
}
