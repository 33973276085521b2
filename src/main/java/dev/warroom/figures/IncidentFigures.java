package dev.warroom.figures;

import dev.warroom.figures.Outages.Outage;
import dev.warroom.incident.CommandEvent.KindNoted;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.Severity;
import dev.warroom.policy.MetricTargets;
import dev.warroom.policy.Policy;
import dev.warroom.text.Counted;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the journals say of a period.
 *
 * @param all incidents and checklists that have facts in it, in any order
 * @param begins beginning and end of every incident there ever was
 */
record IncidentFigures(Period period, Policy policy, List<Incident> all, List<Outage> begins) {

    /** The incidents, without checklists. */
    private List<Incident> incidents() {
        return all.stream().filter(it -> it.severity().isPresent()).toList();
    }

    /** Those that were declared in the period. */
    List<Incident> declared() {
        return incidents().stream()
                .filter(it -> it.beganAt().filter(period::has).isPresent())
                .toList();
    }

    /** Those that were over in the period. */
    private List<Incident> ended() {
        return incidents().stream()
                .filter(it -> it.endedAt().filter(period::has).isPresent())
                .toList();
    }

    /** Those that went on at its end. */
    List<Incident> open() {
        return incidents().stream()
                .filter(it -> it.beganAt().filter(at -> at.isBefore(period.to())).isPresent())
                .filter(it -> it.endedAt().filter(at -> at.isBefore(period.to())).isEmpty())
                .toList();
    }

    /** How many were declared, by the severity that they have now. */
    Map<Severity, Long> bySeverity() {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            long many = declared().stream().filter(it -> it.severity().get() == severity).count();
            counts.put(severity, many);
        }
        return counts;
    }

    /** What was noted of a kind in the period, the oldest first. */
    List<Fact> noted(String kind) {
        return all.stream()
                .flatMap(it -> it.facts().stream())
                .filter(it -> period.has(it.at()))
                .filter(it -> it.event() instanceof KindNoted noted && noted.kind().equals(kind))
                .sorted(java.util.Comparator.comparing(Fact::at))
                .toList();
    }

    Figure acknowledged() {
        List<Incident> ours = declared();
        List<Incident> answered =
                ours.stream().filter(it -> it.acknowledgedAt().isPresent()).toList();
        List<Duration> times =
                answered.stream()
                        .map(it -> span(it.beganAt().get(), it.acknowledgedAt().get()))
                        .toList();
        long late = ours.stream().filter(this::late).count();
        String note =
                ours.isEmpty()
                        ? ""
                        : (answered.size() + " of " + ours.size() + " acknowledged")
                                + (late == 0 ? "" : ", " + late + " late or never");
        return duration(
                "mtta",
                "Mean time to acknowledge",
                times,
                "no incident",
                Optional.of("each in time"),
                ours.isEmpty() ? Optional.empty() : Optional.of(late == 0),
                note);
    }

    /** Whether its acknowledgment came too late, or did not come although it was time. */
    private boolean late(Incident incident) {
        Duration within = policy.response(incident.severity().get()).acknowledgeWithin();
        Instant until =
                incident.acknowledgedAt()
                        .or(incident::endedAt)
                        .filter(it -> it.isBefore(period.to()))
                        .orElse(period.to());
        boolean never = incident.acknowledgedAt().isEmpty() && incident.endedAt().isPresent();
        return never || span(incident.beganAt().get(), until).compareTo(within) > 0;
    }

    Figure resolved() {
        MetricTargets targets = policy.rules().targets();
        List<Duration> times =
                ended().stream().map(it -> span(it.beganAt().get(), it.endedAt().get())).toList();
        int open = open().size();
        Optional<Boolean> met = mean(times).map(it -> it.compareTo(targets.mttr()) < 0);
        return duration(
                "mttr",
                "Mean time to resolve",
                times,
                "no incident ended",
                Optional.of("< " + DurationWords.of(targets.mttr())),
                met,
                times.size() + " ended" + (open == 0 ? "" : ", " + open + " open"));
    }

    Figure between() {
        MetricTargets targets = policy.rules().targets();
        Outages outages = Outages.of(begins);
        List<Duration> gaps = outages.gaps(period);
        String target = "> " + hours(targets.mtbf());
        Optional<Duration> mean = mean(gaps);
        if (mean.isPresent()) {
            return new Figure(
                    "mtbf",
                    "Mean time between failures",
                    OptionalDouble.of(mean.get().toSeconds() / 3600.0),
                    "h",
                    hours(mean.get()),
                    Optional.of(target),
                    Optional.of(mean.get().compareTo(targets.mtbf()) > 0),
                    Counted.of(gaps.size(), "time") + " without an incident");
        }
        Optional<Duration> quiet = outages.quietAt(period.to());
        return new Figure(
                "mtbf",
                "Mean time between failures",
                OptionalDouble.empty(),
                "h",
                quiet.map(it -> "none for " + hours(it)).orElse("not two incidents yet"),
                Optional.of(target),
                quiet.filter(it -> it.compareTo(targets.mtbf()) > 0).map(it -> true),
                quiet.isPresent() ? "no incident began after another ended" : "");
    }

    Figure updates() {
        List<Cadence> asked =
                incidents().stream()
                        .filter(it -> overlaps(it))
                        .map(it -> Cadence.of(it, policy, period.to()))
                        .filter(Cadence::asked)
                        .toList();
        long kept = asked.stream().filter(Cadence::kept).count();
        Duration longest =
                asked.stream().map(Cadence::longest).max(Duration::compareTo).orElse(Duration.ZERO);
        boolean none = asked.isEmpty();
        return new Figure(
                "cadence",
                "Status updates kept",
                none ? OptionalDouble.empty() : OptionalDouble.of(100.0 * kept / asked.size()),
                "%",
                none
                        ? "no incident asked for them"
                        : kept + " of " + Counted.of(asked.size(), "incident"),
                Optional.of("all"),
                none ? Optional.empty() : Optional.of(kept == asked.size()),
                none ? "" : "longest silence " + DurationWords.of(longest));
    }

    private boolean overlaps(Incident incident) {
        return incident.beganAt().filter(it -> it.isBefore(period.to())).isPresent()
                && incident.endedAt().filter(it -> it.isBefore(period.from())).isEmpty();
    }

    private static Figure duration(
            String id,
            String name,
            List<Duration> times,
            String none,
            Optional<String> target,
            Optional<Boolean> met,
            String note) {
        Optional<Duration> mean = mean(times);
        return new Figure(
                id,
                name,
                mean.map(it -> OptionalDouble.of(it.toMillis() / 1000.0))
                        .orElse(OptionalDouble.empty()),
                "s",
                mean.map(DurationWords::of).orElse(none),
                target,
                met,
                note);
    }

    private static Duration span(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return length.isNegative() ? Duration.ZERO : length;
    }

    private static Optional<Duration> mean(List<Duration> times) {
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        times.stream()
                                .reduce(Duration.ZERO, Duration::plus)
                                .dividedBy(times.size()));
    }

    private static String hours(Duration time) {
        return time.compareTo(Duration.ofHours(1)) < 0
                ? DurationWords.of(time)
                : time.toHours() + " h";
    }
}
