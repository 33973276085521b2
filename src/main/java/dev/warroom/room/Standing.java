package dev.warroom.room;

import dev.warroom.policy.Patience;
import dev.warroom.room.Reading.Health;

import java.time.Instant;
import java.util.Optional;

/**
 * How a probe stands after all its looks: what is believed of it, and what the last looks found.
 *
 * <p>A bad state is believed (is "hard", as Nagios calls it) when it was found {@code retries + 1}
 * times in a row, a recovery when ok was found {@code recoveries} times in a row, and a change from
 * one bad state to another at once. The first ok is believed at once.
 *
 * <p>Flapping is told as Nagios tells it: of the last 20 changes that there could have been, those
 * that there were are weighed, the oldest by 0.8 and the newest by 1.2; from 20 percent on it
 * flaps, and below 5 percent no more.
 *
 * @param hard what is believed; empty before anything is
 * @param seen what the last look found
 * @param inARow how many looks in a row were good, or bad
 * @param row when the first of these looks was
 * @param since when what is believed was found first
 * @param changes a bit for each of the last 20 looks, the newest lowest: whether it found something
 *     else than the one before
 */
public record Standing(
        Optional<Health> hard,
        Health seen,
        int inARow,
        Instant row,
        Instant since,
        int changes,
        boolean flapping) {

    static final int REMEMBERED = 20;
    static final double FLAPPING_FROM = 20;
    static final double FLAPPING_UNTIL = 5;

    private static final int MASK = (1 << REMEMBERED) - 1;

    /** After the first look. */
    public static Standing first(Health found, Instant at, Patience patience) {
        boolean believed = found == Health.OK || patience.retries() == 0;
        return new Standing(
                believed ? Optional.of(found) : Optional.empty(), found, 1, at, at, 0, false);
    }

    /**
     * After another look.
     *
     * @param excused whether something that it stands on is not well: bad looks prove nothing then
     */
    public Standing after(Health found, Instant at, Patience patience, boolean excused) {
        boolean good = found == Health.OK;
        boolean sameRow = good == (seen == Health.OK);
        int length = !good && excused ? 0 : sameRow ? Math.min(inARow, 1_000_000) + 1 : 1;
        Instant begun = sameRow && inARow > 0 ? row : at;
        int next = (changes << 1 | (seen == found ? 0 : 1)) & MASK;
        boolean flaps =
                patience.flapping()
                        && (flapping
                                ? percent(next) >= FLAPPING_UNTIL
                                : percent(next) >= FLAPPING_FROM);
        Optional<Health> believed = hard;
        Instant from = since;
        if (!believed.equals(Optional.of(found)) && believes(good, length, patience, excused)) {
            boolean worse = !good && hard.isPresent() && hard.get() != Health.OK;
            believed = Optional.of(found);
            from = worse ? at : begun;
        }
        return new Standing(believed, found, length, begun, from, next, flaps);
    }

    private boolean believes(boolean good, int length, Patience patience, boolean excused) {
        if (hard.isEmpty()) {
            return good || length > patience.retries();
        }
        if (good) {
            return length >= patience.recoveries();
        }
        return hard.get() == Health.OK ? length > patience.retries() : !excused;
    }

    /** Whether the last look found what is not believed yet. */
    public boolean soft() {
        return !hard.equals(Optional.of(seen));
    }

    /** As facts name it: {@code critical}, {@code flapping}; empty before anything is believed. */
    public String word() {
        return flapping ? "flapping" : hard.map(Health::word).orElse("");
    }

    /** How many of the last looks found something new. */
    public int changed() {
        return Integer.bitCount(changes);
    }

    /** The weighed share of changes, in percent from 0 to 100. */
    static double percent(int changes) {
        double sum = 0;
        for (int age = 0; age < REMEMBERED; age++) {
            if ((changes >> age & 1) == 1) {
                sum += 1.2 - 0.4 * age / (REMEMBERED - 1);
            }
        }
        return sum * 100 / REMEMBERED;
    }
}
