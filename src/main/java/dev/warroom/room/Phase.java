package dev.warroom.room;

import dev.warroom.incident.Incident;
import dev.warroom.incident.StepRecord;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.TimeBox;

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

    /** When its time is up; empty for a phase that has no box, or has not begun. */
    public static Optional<Instant> due(Incident incident, Section section) {
        return section.timeBox()
                .flatMap(it -> begin(incident, section, it).map(b -> b.plus(it.to())));
    }

    /**
     * What is left of its time; negative where it is over. Empty where nothing counts down: without
     * a box, before it begins, and when the incident has ended.
     */
    public static Optional<Duration> left(Room room, Section section) {
        return due(room.incident(), section)
                .filter(it -> room.incident().open())
                .map(it -> Duration.between(room.now(), it));
    }

    /** What it has taken, from where its box counts to the last thing that was done in it. */
    public static Optional<Duration> took(Room room, Section section) {
        Optional<Instant> last =
                touched(room.incident(), section).stream()
                        .map(StepRecord::at)
                        .max(Comparator.naturalOrder());
        return section.timeBox()
                .flatMap(it -> begin(room.incident(), section, it))
                .flatMap(begin -> last.map(it -> Duration.between(begin, it)));
    }

    private static Optional<Instant> begin(Incident incident, Section section, TimeBox box) {
        return SPAN.matcher(box.words()).lookingAt()
                ? incident.beganAt()
                : touched(incident, section).stream()
                        .map(Phase::first)
                        .min(Comparator.naturalOrder());
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
