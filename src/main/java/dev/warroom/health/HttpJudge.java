package dev.warroom.health;

import dev.warroom.policy.HttpWants;
import dev.warroom.policy.Range;
import dev.warroom.policy.Thresholds;
import dev.warroom.room.Metric;
import dev.warroom.room.Reading.Health;
import dev.warroom.room.Timing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether an HTTP answer is what was wanted. */
record HttpJudge(HttpWants wants, Thresholds limits) {

    /**
     * @param certificateEnds of the server, where it was shown
     */
    Finding judge(
            HttpAnswer answer, Timing timing, Optional<Instant> certificateEnds, Instant now) {
        List<String> faults = new ArrayList<>();
        Health health = Health.OK;
        if (!wants.accepts(answer.status())) {
            health = Health.CRITICAL;
        } else {
            contents(answer, faults);
            health = faults.isEmpty() ? Health.OK : Health.CRITICAL;
        }
        List<Metric> metrics = new ArrayList<>();
        OptionalDouble figure = figure(answer, timing);
        metrics.add(main(figure));
        if (health == Health.OK) {
            health = limited(figure, timing, faults);
        }
        if (wants.figure().isPresent()) {
            metrics.add(Metric.of("time", millis(timing.total()), "ms"));
        }
        metrics.add(Metric.of("size", answer.body().length, "B"));
        if (certificateEnds.isPresent()) {
            Metric days = days(certificateEnds.get(), now);
            metrics.add(days);
            Health judged = Finding.judged(days.value(), wants.certificateDays());
            if (judged != Health.OK) {
                faults.add("certificate ends in " + (long) days.value().getAsDouble() + " d");
                health = health == Health.CRITICAL ? health : judged;
            }
        }
        String detail =
                answer.status() + (faults.isEmpty() ? "" : ", " + String.join(", ", faults));
        return new Finding(health, detail, metrics, head(answer), Optional.of(timing));
    }

    private void contents(HttpAnswer answer, List<String> faults) {
        for (Map.Entry<String, String> wanted : wants.headers().entrySet()) {
            String value = answer.headers().get(wanted.getKey());
            if (value == null) {
                faults.add("no header " + wanted.getKey());
            } else if (!BoundedSearch.finds(wanted.getValue(), value)) {
                faults.add(wanted.getKey() + " is " + value);
            }
        }
        wants.body()
                .filter(it -> !BoundedSearch.finds(it, answer.text()))
                .ifPresent(it -> faults.add("the body has no " + it));
        wants.json()
                .ifPresent(
                        field -> {
                            Optional<String> found = JsonFields.find(answer.text(), field.path());
                            if (found.isEmpty()) {
                                faults.add("no JSON field " + field.path());
                            } else if (field.is().isPresent() && !field.is().equals(found)) {
                                faults.add(field.path() + " is " + found.get());
                            }
                        });
    }

    private OptionalDouble figure(HttpAnswer answer, Timing timing) {
        if (wants.figure().isEmpty()) {
            return OptionalDouble.of(millis(timing.total()));
        }
        Optional<String> found = JsonFields.find(answer.text(), wants.figure().get());
        return found.isPresent()
                        && found.get().matches("-?\\d{1,18}(\\.\\d{1,18})?([eE][-+]?\\d{1,2})?")
                ? OptionalDouble.of(Double.parseDouble(found.get()))
                : OptionalDouble.empty();
    }

    private Metric main(OptionalDouble figure) {
        return new Metric(
                wants.figure().orElse("time"),
                figure,
                wants.figure().isPresent() ? "" : "ms",
                limits.warning(),
                limits.critical(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private Health limited(OptionalDouble figure, Timing timing, List<String> faults) {
        Health judged =
                figure.isEmpty() && limits.equals(Thresholds.NONE)
                        ? Health.OK
                        : Finding.judged(figure, limits);
        if (judged != Health.OK) {
            faults.add(
                    wants.figure()
                            .map(it -> it + " is " + words(figure))
                            .orElse("took " + Math.round(millis(timing.total())) + " ms"));
        }
        return judged;
    }

    private static String words(OptionalDouble figure) {
        return figure.isEmpty() ? "no number" : Range.number(figure.getAsDouble());
    }

    private Metric days(Instant ends, Instant now) {
        double days = Duration.between(now, ends).toSeconds() / 86_400.0;
        return new Metric(
                "certificate",
                OptionalDouble.of(Math.floor(days)),
                "d",
                wants.certificateDays().warning(),
                wants.certificateDays().critical(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /** Enough of the answer to see what it is about. */
    private static List<String> head(HttpAnswer answer) {
        List<String> lines = new ArrayList<>();
        answer.headers().forEach((name, value) -> lines.add(name + ": " + value));
        answer.text().lines().limit(20).forEach(lines::add);
        return lines;
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
