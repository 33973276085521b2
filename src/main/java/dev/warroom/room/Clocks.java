package dev.warroom.room;

import dev.warroom.incident.Command;
import dev.warroom.incident.Incident;
import dev.warroom.policy.Escalation;
import dev.warroom.policy.Escalation.Trigger;
import dev.warroom.policy.Policy;
import dev.warroom.runbook.Section;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the clocks of an incident say: each counts down from the policy's or the runbook's own
 * number, and from the time of a fact in the journal, so that they hold across restarts.
 */
public final class Clocks {

    public static final String ACKNOWLEDGE = "acknowledge";
    public static final String UPDATE = Command.UPDATE;
    static final String PHASE = "phase ";
    public static final String ESCALATE = "escalation";

    private Clocks() {}

    /**
     * One clock.
     *
     * @param id names it in the journal; the same as long as it counts for the same thing
     * @param due when it runs out, extensions counted
     * @param left negative once it has run out
     * @param whole what it counted down from
     */
    public record Clock(String id, String words, Instant due, Duration left, Duration whole) {

        /** What it counts down to, where there is more room than on the status line. */
        public String sentence() {
            return id.equals(UPDATE) ? "status update" : id.startsWith(PHASE) ? words : id;
        }

        /** Whether it has run out; one that had no time to begin with has at once. */
        public boolean over() {
            return left.isNegative() || whole.isZero();
        }

        /** Whether less than a fifth is left. */
        public boolean soon() {
            return left.multipliedBy(5).compareTo(whole) < 0;
        }
    }

    /** The clocks that run now, the most pressing kind first. */
    public static List<Clock> of(Room room) {
        Incident incident = room.incident();
        List<Clock> clocks = new ArrayList<>();
        if (!incident.open() || incident.severity().isEmpty()) {
            return clocks;
        }
        Instant began = incident.beganAt().orElseThrow();
        Policy.Response response = room.policy().response(incident.severity().get());
        if (incident.acknowledgedAt().isEmpty()) {
            clocks.add(clock(room, ACKNOWLEDGE, ACKNOWLEDGE, began, response.acknowledgeWithin()));
        }
        response.updateEvery()
                .ifPresent(
                        every ->
                                clocks.add(
                                        clock(
                                                room,
                                                UPDATE,
                                                UPDATE,
                                                incident.updatedAt().orElse(began),
                                                every)));
        phase(room, began).ifPresent(clocks::add);
        clocks.addAll(escalation(room, began));
        return clocks;
    }

    /** The section's own time box, or else the one that the policy has for this time. */
    private static Optional<Clock> phase(Room room, Instant began) {
        Optional<Section> section = Phase.current(room);
        if (section.isPresent()) {
            String title = section.get().title();
            return Phase.begin(room.incident(), section.get())
                    .map(
                            it ->
                                    clock(
                                            room,
                                            PHASE + title,
                                            title,
                                            it,
                                            section.get().timeBox().orElseThrow().to()));
        }
        return byTime(room, began).stream().findFirst();
    }

    /**
     * The policy's phases, where the runbook has none: the one that it is by the time alone and
     * those behind it; in front of them the one before, as long as nobody has answered that its
     * time has run out.
     */
    private static List<Clock> byTime(Room room, Instant began) {
        boolean hasBoxes =
                room.checklist().runbook().stream()
                        .flatMap(it -> it.sections().stream())
                        .anyMatch(it -> it.timeBox().isPresent());
        if (hasBoxes || room.incident().command().mitigatedAt().isPresent()) {
            return List.of();
        }
        List<Clock> phases =
                room.policy().rules().phases(room.incident().severity().orElseThrow()).stream()
                        .map(it -> clock(room, PHASE + it.name(), it.name(), began, it.to()))
                        .toList();
        int now = 0;
        while (now < phases.size() && phases.get(now).over()) {
            now++;
        }
        boolean waits = now > 0 && !answered(room, phases.get(now - 1));
        return phases.subList(waits ? now - 1 : now, phases.size());
    }

    /** The policy's phase that has come, where the time of the one before has just run out. */
    static Optional<Clock> nextByTime(Room room) {
        List<Clock> phases =
                room.incident().beganAt().map(it -> byTime(room, it)).orElse(List.of());
        return phases.size() > 1 && phases.getFirst().over()
                ? Optional.of(phases.get(1))
                : Optional.empty();
    }

    /** Whether somebody has chosen what to do about its having run out. */
    static boolean answered(Room room, Clock clock) {
        Command.Answer answer = room.incident().command().answered().get(clock.id());
        return answer != null && !answer.at().isBefore(clock.due());
    }

    /**
     * A call that nobody has answered, and the next level: the highest that a rule calls now, or
     * else, where nobody is being called, the next that time alone will.
     */
    private static List<Clock> escalation(Room room, Instant began) {
        Command command = room.incident().command();
        int level = command.level();
        List<Clock> clocks = new ArrayList<>();
        Optional.ofNullable(command.escalations().get(level))
                .filter(it -> it.answeredAt().isEmpty())
                .map(
                        it ->
                                clock(
                                        room,
                                        "answer of level " + level,
                                        "L" + level + " answers",
                                        it.at(),
                                        it.within()))
                .ifPresent(clocks::add);
        List<Escalating.Due> due = Escalating.due(room);
        if (!due.isEmpty()) {
            Escalating.Due first = due.getFirst();
            clocks.add(level(room, first.level().number(), first.since(), Duration.ZERO));
        } else if (clocks.isEmpty()) {
            Escalation escalation = room.policy().rules().escalation();
            escalation.rules(room.incident().severity().orElseThrow()).stream()
                    .filter(it -> it.to() > level && it.trigger() instanceof Trigger.After)
                    .min(Comparator.comparing(Escalation.Rule::to))
                    .map(
                            it ->
                                    level(
                                            room,
                                            it.to(),
                                            began,
                                            ((Trigger.After) it.trigger()).elapsed()))
                    .ifPresent(clocks::add);
        }
        return clocks;
    }

    private static Clock level(Room room, int level, Instant from, Duration allowed) {
        return clock(room, ESCALATE + " to level " + level, "L" + level, from, allowed);
    }

    /** How long it took to acknowledge. */
    public static Optional<Duration> acknowledged(Incident incident) {
        return incident.acknowledgedAt()
                .flatMap(at -> incident.beganAt().map(began -> Duration.between(began, at)));
    }

    private static Clock clock(Room room, String id, String words, Instant from, Duration allowed) {
        Duration more = room.incident().command().extensions().getOrDefault(id, Duration.ZERO);
        Duration whole = allowed.plus(more);
        return new Clock(id, words, from.plus(whole), left(room.now(), from, whole), whole);
    }

    /** Negative where it is over. All of it at most: the clock of another machine may be ahead. */
    static Duration left(Instant now, Instant from, Duration whole) {
        Duration left = Duration.between(now, from.plus(whole));
        return left.compareTo(whole) > 0 ? whole : left;
    }
}
