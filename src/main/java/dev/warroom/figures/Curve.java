package dev.warroom.figures;

import dev.warroom.history.History;
import dev.warroom.history.Slot;
import dev.warroom.history.Spread;
import dev.warroom.history.Tally;
import dev.warroom.policy.Policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * How something went over a period.
 *
 * @param step how long each point is
 * @param points the oldest first; without a value where nobody watched
 * @param target in {@code unit}
 */
public record Curve(
        String id, String name, String unit, Duration step, List<Point> points, double target) {

    public record Point(Instant from, OptionalDouble value) {}

    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(6),
                    Duration.ofDays(1));

    private static final int MOST_POINTS = 200;

    public Curve {
        points = List.copyOf(points);
    }

    /**
     * Downtime, errors and response time of the service.
     *
     * @param history of the period only
     */
    public static List<Curve> of(Period period, Policy policy, History history) {
        List<String> asked = policy.serviceProbes();
        Duration step = step(period, history);
        var targets = policy.rules().targets();
        Curve down =
                curve(
                        period,
                        step,
                        history.of(Slot.SERVICE),
                        slot -> known(slot.time()),
                        slot -> slot.time().critical() * 100.0 / known(slot.time()),
                        new Curve(
                                "down",
                                "Down",
                                "%",
                                step,
                                List.of(),
                                100 - targets.uptimePercent()));
        List<Slot> looks =
                history.slots().stream().filter(it -> asked.contains(it.probe())).toList();
        Curve errors =
                targets.errors().isPresent()
                        ? curve(
                                period,
                                step,
                                history.of(targets.errors().get()),
                                slot -> slot.shown().many(),
                                slot -> slot.shown().mean(),
                                errors(step, targets.errorRatePercent()))
                        : curve(
                                period,
                                step,
                                looks,
                                slot -> known(slot.looks()),
                                slot -> slot.looks().critical() * 100.0 / known(slot.looks()),
                                errors(step, targets.errorRatePercent()));
        Curve response =
                curve(
                        period,
                        step,
                        looks,
                        slot -> slot.took().many(),
                        slot -> within(slot.took()),
                        new Curve(
                                "response",
                                "Response time (95 %)",
                                "ms",
                                step,
                                List.of(),
                                targets.responseTime().toNanos() / 1e6));
        return List.of(down, errors, response);
    }

    private static Curve errors(Duration step, double target) {
        return new Curve("errors", "Error rate", "%", step, List.of(), target);
    }

    private static long known(Tally tally) {
        return tally.ok() + tally.warning() + tally.critical();
    }

    private static double within(Spread took) {
        return took.within(0.95).toNanos() / 1e6;
    }

    /** The finest that has not too many points and that the history allows. */
    private static Duration step(Period period, History history) {
        Duration finest =
                history.slots().stream()
                        .map(Slot::length)
                        .max(Duration::compareTo)
                        .orElse(Slot.MINUTE);
        return STEPS.stream()
                .filter(it -> it.compareTo(finest) >= 0)
                .filter(it -> period.length().dividedBy(it) <= MOST_POINTS)
                .findFirst()
                .orElse(STEPS.getLast());
    }

    private static Curve curve(
            Period period,
            Duration step,
            List<Slot> slots,
            Function<Slot, Long> amount,
            ToDoubleFunction<Slot> value,
            Curve form) {
        List<Point> points = new ArrayList<>();
        int next = 0;
        List<Slot> sorted = new ArrayList<>(slots);
        sorted.sort(java.util.Comparator.comparing(Slot::from));
        for (Instant at = period.from(); at.isBefore(period.to()); at = at.plus(step)) {
            Slot sum = Slot.empty("", at, Slot.HOUR);
            while (next < sorted.size() && sorted.get(next).from().isBefore(at.plus(step))) {
                sum = sum.plus(sorted.get(next++));
            }
            points.add(
                    new Point(
                            at,
                            amount.apply(sum) > 0
                                    ? OptionalDouble.of(value.applyAsDouble(sum))
                                    : OptionalDouble.empty()));
        }
        return new Curve(form.id(), form.name(), form.unit(), step, points, form.target());
    }
}
