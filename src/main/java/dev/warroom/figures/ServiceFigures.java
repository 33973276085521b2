package dev.warroom.figures;

import dev.warroom.history.History;
import dev.warroom.history.Slot;
import dev.warroom.history.Spread;
import dev.warroom.history.Tally;
import dev.warroom.history.Trend;
import dev.warroom.incident.DurationWords;
import dev.warroom.policy.MetricTargets;
import dev.warroom.policy.Policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the health history says of a period.
 *
 * @param history of the period only
 */
record ServiceFigures(Period period, Policy policy, History history) {

    private static final double USUAL_SHARE = 0.95;

    private Tally time() {
        return history.whole(Slot.SERVICE).map(Slot::time).orElse(Tally.NONE);
    }

    /** How much of the period somebody watched, in percent. */
    double watched() {
        return Math.min(100, time().whole() * 100.0 / period.length().toMillis());
    }

    Figure uptime() {
        double target = policy.rules().targets().uptimePercent();
        Tally time = time();
        long known = time.ok() + time.warning() + time.critical();
        OptionalDouble share =
                known == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((known - time.critical()) * 100.0 / known);
        String down = DurationWords.of(Duration.ofMillis(time.critical()));
        return new Figure(
                "uptime",
                "Uptime",
                share,
                "%",
                share.isPresent() ? percent(share.getAsDouble(), 3) : "nobody watched",
                Optional.of("> " + plain(target) + " %"),
                met(share, share.orElse(0) > target),
                known == 0
                        ? ""
                        : (time.critical() == 0 ? "never down" : "down for " + down)
                                + "; "
                                + percent(watched(), 1)
                                + " of the time watched");
    }

    Figure errors() {
        MetricTargets targets = policy.rules().targets();
        OptionalDouble rate = OptionalDouble.empty();
        String note = "";
        if (targets.errors().isPresent()) {
            Trend shown = history.whole(targets.errors().get()).map(Slot::shown).orElse(Trend.NONE);
            if (shown.many() > 0) {
                rate = OptionalDouble.of(shown.mean());
                note = "as " + targets.errors().get() + " tells it";
            }
        } else {
            Tally looks = looks();
            long known = looks.ok() + looks.warning() + looks.critical();
            if (known > 0) {
                rate = OptionalDouble.of(looks.critical() * 100.0 / known);
                note = looks.critical() + " of " + known + " looks failed";
            }
        }
        return new Figure(
                "errors",
                "Error rate",
                rate,
                "%",
                rate.isPresent() ? percent(rate.getAsDouble(), 3) : "not known",
                Optional.of("< " + plain(targets.errorRatePercent()) + " %"),
                met(rate, rate.orElse(0) < targets.errorRatePercent()),
                note);
    }

    /** The share of a target that is not known is neither met nor missed. */
    private static Optional<Boolean> met(OptionalDouble value, boolean met) {
        return value.isPresent() ? Optional.of(met) : Optional.empty();
    }

    private Tally looks() {
        return of().stream().map(Slot::looks).reduce(Tally.NONE, Tally::plus);
    }

    private List<Slot> of() {
        return policy.serviceProbes().stream().flatMap(it -> history.whole(it).stream()).toList();
    }

    Figure response() {
        Duration target = policy.rules().targets().responseTime();
        Spread took = of().stream().map(Slot::took).reduce(Spread.NONE, Spread::plus);
        boolean known = took.many() > 0;
        Duration usual = known ? took.within(USUAL_SHARE) : Duration.ZERO;
        return new Figure(
                "response",
                "Response time (95 %)",
                known ? OptionalDouble.of(millis(usual)) : OptionalDouble.empty(),
                "ms",
                known ? DurationWords.of(usual) : "not known",
                Optional.of("< " + DurationWords.of(target)),
                known ? Optional.of(usual.compareTo(target) < 0) : Optional.empty(),
                known
                        ? "half within "
                                + DurationWords.of(took.within(0.5))
                                + ", 99 % within "
                                + DurationWords.of(took.within(0.99))
                        : "");
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    /** Rounded down, so that what is not whole never reads as if it were. */
    private static String percent(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.DOWN).toPlainString() + " %";
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
