package dev.warroom.room;

import dev.warroom.incident.Command;
import dev.warroom.incident.Incident;
import dev.warroom.incident.StepRecord;
import dev.warroom.incident.WalkRecord.Pick;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a phase stands to its time box. "(5-15 minutes)" counts from the beginning of the incident,
 * "(30 minutes)" from the first thing that was done in the phase.
 *
 * <p>Which phase it is, is read from what was done, never from where somebody looks: who reads
 * ahead still sees the clock that runs, and all rooms of an incident see the same one.
 */
public final class Phase {

    private static final Pattern SPAN = Pattern.compile("\\d+\\s*\\p{L}*\\s*(?:[-–—]|to\\b).*");

    private Phase() {}

    /**
     * The phase that the walk has come to: the last one in which something was done, or that was
     * gone on to when the time of the one before had run out; when all of it is settled, the next
     * that is not. Empty in a runbook without time boxes, and after the last.
     */
    public static Optional<Section> current(Room room) {
        List<Section> phases = all(room);
        int last = phases.size() - 1;
        while (last > 0
                && !begun(room.incident(), phases.get(last))
                && !left(room.incident(), phases.get(last - 1))) {
            last--;
        }
        return phases.stream().skip(Math.max(0, last)).filter(it -> !settled(room, it)).findFirst();
    }

    /** The first open step of the phase behind the current one, where there is one. */
    static Optional<Step> next(Room room) {
        List<Section> phases = all(room);
        return current(room).stream()
                .flatMap(it -> phases.stream().skip(phases.indexOf(it) + 1L))
                .flatMap(it -> it.steps().stream())
                .filter(it -> !room.checklist().settled(it, room.incident()))
                .findFirst();
    }

    private static List<Section> all(Room room) {
        return room.checklist().runbook().stream()
                .flatMap(it -> it.sections().stream())
                .filter(it -> it.timeBox().isPresent())
                .toList();
    }

    /** Whether there is nothing left to do in {@code section}, and there was something. */
    public static boolean settled(Room room, Section section) {
        List<Step> steps = section.steps();
        return !steps.isEmpty()
                && steps.stream().allMatch(it -> room.checklist().settled(it, room.incident()));
    }

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
                .flatMap(
                        box ->
                                begin(room.incident(), section)
                                        .map(
                                                it ->
                                                        Clocks.left(
                                                                room.now(),
                                                                it,
                                                                box.to().plus(more))));
    }

    /** What it has taken, from where its box counts to the last thing that was done in it. */
    public static Optional<Duration> took(Room room, Section section) {
        Optional<Instant> last =
                Stream.concat(
                                touched(room.incident(), section).map(StepRecord::at),
                                picked(room.incident(), section))
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
                                        : Stream.concat(
                                                        touched(incident, section)
                                                                .map(Phase::first),
                                                        picked(incident, section))
                                                .min(Comparator.naturalOrder()));
    }

    private static boolean begun(Incident incident, Section section) {
        return touched(incident, section).findAny().isPresent()
                || picked(incident, section).findAny().isPresent();
    }

    /** Whether somebody chose to go on when its time had run out. */
    private static boolean left(Incident incident, Section section) {
        Command.Answer answer = incident.command().answered().get(Clocks.PHASE + section.title());
        return answer != null && answer.choice().equals(Proposal.Act.NEXT_PHASE.words());
    }

    private static Instant first(StepRecord record) {
        return record.attempts().isEmpty() ? record.at() : record.attempts().get(0).startedAt();
    }

    private static Stream<StepRecord> touched(Incident incident, Section section) {
        return section.steps().stream()
                .map(it -> incident.steps().get(it.id()))
                .filter(it -> it != null && !it.at().equals(Instant.EPOCH));
    }

    /** When one of its options was picked. */
    private static Stream<Instant> picked(Incident incident, Section section) {
        return section.items().stream()
                .filter(Choice.class::isInstance)
                .map(it -> ((Choice) it).id())
                .flatMap(it -> incident.walk().pick(it).stream())
                .map(Pick::at);
    }
}
