package dev.warroom.history;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long answers took, in few numbers that can be added up. Each answer is counted in a class
 * whose ends are powers of 2<sup>1/16</sup> microseconds, so that a quantile is too high by 4.5 %
 * at most, and never too low.
 *
 * @param counts answers by class: class {@code n} reaches from 2<sup>(n-1)/16</sup>, exclusive, to
 *     2<sup>n/16</sup> µs
 * @param total of all answers, in microseconds
 * @param longest in microseconds
 */
public record Spread(SortedMap<Integer, Long> counts, long total, long longest) {

    public static final Spread NONE = new Spread(new TreeMap<>(), 0, 0);

    /** Classes to a doubling. */
    private static final int STEPS = 16;

    /** About 200 days; nothing takes longer. */
    public static final int LAST_CLASS = 44 * STEPS;

    public Spread {
        counts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** One answer. */
    public static Spread of(Duration took) {
        long micros = Math.max(0, took.toNanos() / 1_000);
        SortedMap<Integer, Long> counts = new TreeMap<>();
        counts.put(classOf(micros), 1L);
        return new Spread(counts, micros, micros);
    }

    static int classOf(long micros) {
        if (micros <= 1) {
            return 0;
        }
        double exact = Math.log(micros) / Math.log(2) * STEPS;
        // What lies on an end belongs below it, also where the logarithm is not exact.
        return (int) Math.min(LAST_CLASS, Math.ceil(exact - 1e-9));
    }

    /** Both together. */
    public Spread plus(Spread other) {
        TreeMap<Integer, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((at, many) -> sum.merge(at, many, Long::sum));
        return new Spread(sum, total + other.total, Math.max(longest, other.longest));
    }

    /** How many answers there were. */
    public long many() {
        return counts.values().stream().mapToLong(it -> it).sum();
    }

    /** The mean of all answers; zero where there were none. */
    public Duration mean() {
        long many = many();
        return many == 0 ? Duration.ZERO : micros(total / many);
    }

    /**
     * The time within which {@code share} of the answers came, by the nearest rank; zero where
     * there were none.
     *
     * @param share more than 0, at most 1
     */
    public Duration within(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share " + share + " must be > 0 and <= 1");
        }
        long rank = (long) Math.ceil(share * many());
        long seen = 0;
        for (Map.Entry<Integer, Long> each : counts.entrySet()) {
            seen += each.getValue();
            if (seen >= rank) {
                double end = Math.pow(2, (double) each.getKey() / STEPS);
                return micros(Math.min(longest, (long) Math.ceil(end)));
            }
        }
        return micros(longest);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }
}
