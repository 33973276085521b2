package dev.warroom.room;

import dev.warroom.incident.Incident;
import dev.warroom.incident.StepRecord;
import dev.warroom.runbook.Section;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a phase stands to its time box. "(5-15 minutes)" counts from the beginning of the incident,
 * "(30 minutes)" from the first thing that was done in the phase.
 */
public final class Phase {

    private static final Pattern SPAN = Pattern.compile("\\d+\\s*\\p{L}*\\s*(?:[-–—]|to\\b).*");

    private Phase() {}

    /**
     * What is left of its time; negative where it is over. Empty where nothing counts down: without
     * a box, before it begins, and when the incident has ended.
     */
    public static Optional<Duration> left(Room room, Section section) {
        Duration more =
                room.incident()
                        .command()
                        .extensions()
                        .getOrDefault(Clocks.PHASE + section.title(), Duration.ZERO);
        return section.timeBox()
                .filter(it -> room.incident().open())
                .flatMap(box -> begin(room.incident(), section).map(it -> it.plus(box.to())))
                .map(it -> Duration.between(room.now(), it.plus(more)));
    }

    /** What it has taken, from where its box counts to the last thing that was done in it. */
    public static Optional<Duration> took(Room room, Section section) {
        Optional<Instant> last =
                touched(room.incident(), section).stream()
                        .map(StepRecord::at)
                        .max(Comparator.naturalOrder());
        return begin(room.incident(), section)
                .flatMap(begin -> last.map(it -> Duration.between(begin, it)));
    }

    /** From when its box counts; empty where it has none, or has not begun. */
    static Optional<Instant> begin(Incident incident, Section section) {
        return section.timeBox()
                .flatMap(
                        box ->
                                SPAN.matcher(box.words()).lookingAt()
                                        ? incident.beganAt()
                                        : touched(incident, section).stream()
                                                .map(Phase::first)
                                                .min(Comparator.naturalOrder()));
    }

    private static Instant first(StepRecord record) {
        return record.attempts().isEmpty() ? record.at() : record.attempts().get(0).startedAt();
    }

    private static List<StepRecord> touched(Incident incident, Section section) {
        return section.steps().stream()
                .map(it -> incident.steps().get(it.id()))
                .filter(it -> it != null && !it.at().equals(Instant.EPOCH))
                .toList();
    }
}
