package dev.warroom.room;

import dev.warroom.incident.CommandEvent.CriterionAnswered;
import dev.warroom.incident.CommandEvent.Escalated;
import dev.warroom.incident.CommandEvent.EscalationAnswered;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.policy.Escalation;
import dev.warroom.policy.Escalation.Level;
import dev.warroom.policy.Escalation.Rule;
import dev.warroom.policy.Escalation.Trigger;
import dev.warroom.policy.Probe;
import dev.warroom.room.Question.Purpose;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is to be called, why, and what calling them does. */
public final class Escalating {

    private Escalating() {}

    /**
     * A level that a rule calls now, with the reason in words.
     *
     * @param since when it began to
     */
    public record Due(Level level, String reason, Instant since) {}

    private record Reason(String words, Instant since) {}

    /** The levels above the called ones that rules call now, the highest first. */
    public static List<Due> due(Room room) {
        Incident incident = room.incident();
        if (!incident.open() || incident.severity().isEmpty()) {
            return List.of();
        }
        Escalation escalation = room.policy().rules().escalation();
        List<Due> due = new ArrayList<>();
        for (Rule rule : escalation.rules(incident.severity().get())) {
            if (rule.to() > incident.command().level()) {
                Optional<Level> level = escalation.level(rule.to());
                reason(room, rule.trigger())
                        .ifPresent(
                                why ->
                                        level.ifPresent(
                                                it ->
                                                        due.add(
                                                                new Due(
                                                                        it,
                                                                        why.words(),
                                                                        why.since()))));
            }
        }
        due.sort((a, b) -> b.level().number() - a.level().number());
        return due;
    }

    /** The level that would be called next: one that is due, or else the one above. */
    static Optional<Level> next(Room room) {
        return due(room).stream()
                .map(Due::level)
                .findFirst()
                .or(
                        () ->
                                escalation(room)
                                        .level(Math.max(1, room.incident().command().level()) + 1));
    }

    private static Optional<Reason> reason(Room room, Trigger trigger) {
        return switch (trigger) {
            case Trigger.After(Duration elapsed) ->
                    room.incident()
                            .beganAt()
                            .map(it -> it.plus(elapsed))
                            .filter(it -> !it.isAfter(room.now()))
                            .map(
                                    it ->
                                            new Reason(
                                                    "not resolved in " + DurationWords.of(elapsed),
                                                    it));
            case Trigger.Down(Duration length) -> down(room, length);
            case Trigger.Asked(String criterion) ->
                    room.incident().command().criteria().getOrDefault(criterion, false)
                            ? Optional.of(new Reason(criterion, said(room, criterion)))
                            : Optional.empty();
        };
    }

    private static Instant said(Room room, String criterion) {
        return room.incident()
                .facts()
                .newest(CriterionAnswered.class)
                .filter(it -> ((CriterionAnswered) it.event()).rule().equals(criterion))
                .map(Fact::at)
                .findFirst()
                .orElse(room.now());
    }

    /**
     * A probe that has been critical for that long without a break, as journal and health have it.
     */
    private static Optional<Reason> down(Room room, Duration length) {
        Map<String, Instant> since = new HashMap<>(room.incident().critical());
        for (Probe probe : room.health().probes()) {
            room.health()
                    .downSince(probe, room.now())
                    .ifPresent(it -> since.merge(probe.name(), it, Escalating::earlier));
        }
        return since.entrySet().stream()
                .filter(it -> !it.getValue().plus(length).isAfter(room.now()))
                .min(Map.Entry.comparingByValue())
                .map(
                        it ->
                                new Reason(
                                        it.getKey()
                                                + " down for "
                                                + DurationWords.of(
                                                        Duration.between(
                                                                it.getValue(), room.now())),
                                        it.getValue().plus(length)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Asks why; what is due stands there already. */
    static Next ask(Room room, Optional<Integer> to) {
        Optional<Level> level = to.isPresent() ? escalation(room).level(to.get()) : next(room);
        if (level.isEmpty()) {
            int levels = escalation(room).levels().size();
            return Next.of(
                    room.with(
                            Notice.plain(
                                    to.map(it -> "There is no level " + it + ": they go up to ")
                                                    .orElse(
                                                            "There is no level to escalate to:"
                                                                    + " all were called, up to ")
                                            + levels
                                            + ".")));
        }
        String reason =
                due(room).stream()
                        .filter(it -> it.level().equals(level.get()))
                        .map(Due::reason)
                        .findFirst()
                        .orElse("");
        return Next.of(
                room.asking(
                        new Question.Text(
                                new Purpose.EscalationReason(level.get()), Line.of(reason))));
    }

    static Effect call(Level level, String reason) {
        return new Effect.Record(
                new Escalated(level.number(), level.name(), reason, level.respond()));
    }

    /** Somebody of the called level has answered. */
    static Next answered(Room room, String by) {
        int level = room.incident().command().level();
        boolean waiting =
                level > 0
                        && room.incident()
                                .command()
                                .escalations()
                                .get(level)
                                .answeredAt()
                                .isEmpty();
        return waiting
                ? Next.of(
                        room,
                        new Effect.Record(
                                new EscalationAnswered(
                                        level, by.isEmpty() ? room.person().name() : by)))
                : Next.of(room.with(Notice.plain("No call of a level waits for an answer.")));
    }

    /** Asks the first criterion that nobody has answered yet. */
    static Next criteria(Room room) {
        List<String> open =
                escalation(room).rules(room.incident().severity().orElseThrow()).stream()
                        .map(Rule::trigger)
                        .filter(Trigger.Asked.class::isInstance)
                        .map(it -> ((Trigger.Asked) it).criterion())
                        .filter(it -> !room.incident().command().criteria().containsKey(it))
                        .toList();
        return open.isEmpty()
                ? Next.of(room.with(Notice.plain("Every criterion is answered." + words(room))))
                : Next.of(room.asking(new Question.Criterion(open.getFirst())));
    }

    static Effect answer(String criterion, boolean holds) {
        return new Effect.Record(new CriterionAnswered(criterion, holds));
    }

    private static String words(Room room) {
        return due(room).stream()
                .findFirst()
                .map(
                        it ->
                                " Level "
                                        + it.level().number()
                                        + " is due ("
                                        + it.reason()
                                        + "): U calls.")
                .orElse("");
    }

    private static Escalation escalation(Room room) {
        return room.policy().rules().escalation();
    }
}
