package dev.warroom.view;

import dev.warroom.policy.Range;
import dev.warroom.room.Metric;
import dev.warroom.room.Reading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How high a graph of a probe's figures reaches. */
final class Scale {

    private Scale() {}

    /**
     * The largest of the values, or four times the usual one, so that what is steady lies low; a
     * little above the nearest threshold where they are below it, so that one sees how far it is.
     */
    static double top(List<Double> values, Reading last) {
        double largest = values.stream().mapToDouble(it -> it).max().orElse(0);
        double limit =
                limits(last).filter(it -> it > 0 && it >= largest).min(Double::compare).orElse(0.0);
        double usual = values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
        double top =
                Math.max(
                        Math.max(largest, 4 * usual),
                        limit > 0 && limit <= largest * 20 ? limit * 1.1 : 0);
        double most = last.figure().map(Metric::most).flatMap(Scale::present).orElse(0.0);
        boolean percent = last.figure().map(it -> it.unit().equals("%")).orElse(false);
        if (percent && largest <= 100) {
            return 100;
        }
        return Math.max(1e-9, most >= largest && most > 0 && most <= top * 3 ? most : top);
    }

    /** The finite ends of what is well. */
    static Stream<Double> limits(Reading last) {
        return last.figure().stream()
                .flatMap(it -> Stream.of(it.warning(), it.critical()))
                .flatMap(Optional::stream)
                .map(Range::end)
                .filter(it -> !Double.isInfinite(it));
    }

    private static Optional<Double> present(java.util.OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
