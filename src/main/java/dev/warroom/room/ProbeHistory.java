package dev.warroom.room;

import dev.warroom.policy.Patience;
import dev.warroom.room.Reading.Health;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.time.Duration;
import java.time.Instant;

/**
 * The looks at one probe in this sitting.
 *
 * @param points the newest last, at most {@link #MOST_POINTS}
 * @param last the newest reading
 * @param standing what they come to
 * @param changes of what is believed, the newest last, at most {@link #MOST_CHANGES}
 */
public record ProbeHistory(
        PVector<Point> points, Reading last, Standing standing, PVector<Change> changes) {

    /** Enough for a graph over the whole of a wide terminal. */
    public static final int MOST_POINTS = 400;

    public static final int MOST_CHANGES = 50;

    /**
     * One look.
     *
     * @param shown as {@link Reading#shown}
     */
    public record Point(Instant at, Health health, double shown, Duration took) {

        static Point of(Reading reading) {
            return new Point(reading.at(), reading.health(), reading.shown(), reading.took());
        }
    }

    /**
     * Another state is believed.
     *
     * @param word as {@link Standing#word}
     */
    public record Change(Instant at, String word, String detail) {}

    static ProbeHistory first(Reading reading, Patience patience) {
        Standing standing = Standing.first(reading.health(), reading.at(), patience);
        return new ProbeHistory(
                TreePVector.singleton(Point.of(reading)),
                reading,
                standing,
                standing.word().isEmpty()
                        ? TreePVector.empty()
                        : TreePVector.singleton(change(reading, standing)));
    }

    ProbeHistory plus(Reading reading, Patience patience, boolean excused) {
        Standing next = standing.after(reading.health(), reading.at(), patience, excused);
        return new ProbeHistory(
                bounded(points.plus(Point.of(reading)), MOST_POINTS),
                reading,
                next,
                next.word().equals(standing.word())
                        ? changes
                        : bounded(changes.plus(change(reading, next)), MOST_CHANGES));
    }

    /** When it took the state that is believed now. */
    public Instant since() {
        return standing.since();
    }

    private static Change change(Reading reading, Standing standing) {
        return new Change(reading.at(), standing.word(), reading.detail());
    }

    private static <T> PVector<T> bounded(PVector<T> list, int most) {
        return list.size() > most ? list.minus(0) : list;
    }
}
