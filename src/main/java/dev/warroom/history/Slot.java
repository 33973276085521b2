package dev.warroom.history;

import java.time.Duration;
import java.time.Instant;

/**
 * What was found of one probe in one minute, or one hour.
 *
 * @param probe its name; {@link #SERVICE} for the service as a whole
 * @param from its beginning, on a whole minute or hour of UTC
 * @param length a minute or an hour
 * @param time milliseconds by state: each look counts until the next one, or until it is stale.
 *     What is missing to the whole length nobody watched.
 * @param looks by what they found
 * @param took how long they took
 * @param shown the figures of the graph
 */
public record Slot(
        String probe,
        Instant from,
        Duration length,
        Tally time,
        Tally looks,
        Spread took,
        Trend shown) {

    /** The name that no probe can have: the worst of the probes that stand for the service. */
    public static final String SERVICE = "";

    public static final Duration MINUTE = Duration.ofMinutes(1);
    public static final Duration HOUR = Duration.ofHours(1);

    /** With nothing in it yet. */
    public static Slot empty(String probe, Instant from, Duration length) {
        return new Slot(probe, from, length, Tally.NONE, Tally.NONE, Spread.NONE, Trend.NONE);
    }

    /** Its end, exclusive. */
    public Instant to() {
        return from.plus(length);
    }

    /** Both together; {@code newer} is of the same probe, and within this one's time. */
    public Slot plus(Slot newer) {
        return new Slot(
                probe,
                from,
                length,
                time.plus(newer.time),
                looks.plus(newer.looks),
                took.plus(newer.took),
                shown.plus(newer.shown));
    }

    /** With more time in a state. */
    public Slot watched(Tally.Kind kind, long millis) {
        return new Slot(probe, from, length, time.plus(Tally.of(kind, millis)), looks, took, shown);
    }
}
