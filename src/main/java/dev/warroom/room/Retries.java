package dev.warroom.room;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.Outcome;
import dev.warroom.runbook.Attributes.Retry;
import dev.warroom.runbook.Step;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Steps that are tried again because their runbook says so. They are known to this room alone: in
 * one that is opened later nothing runs again by itself.
 *
 * @param waiting by step id
 */
public record Retries(PMap<String, Waiting> waiting) {

    /** No step is tried again. */
    public static final Retries NONE = new Retries(HashTreePMap.empty());

    /**
     * @param due when it is tried again; empty while it runs
     */
    public record Waiting(Step step, Trying trying, Optional<Instant> due) {
        private Waiting later(Duration by) {
            return new Waiting(step, trying.later(by), due.map(it -> it.plus(by)));
        }
    }

    /** Whether {@code step} waits for its next attempt. */
    public boolean waits(Step step) {
        Waiting found = waiting.get(step.id());
        return found != null && found.due().isPresent();
    }

    /** For the preview. */
    public static String words(Retry retry, Aim aim) {
        String end =
                retry.holds().isZero()
                        ? ", until it passes."
                        : ", until it has passed for " + DurationWords.of(retry.holds()) + ".";
        return aim.several()
                ? "It is not tried again by itself on several hosts: f in this preview takes those"
                        + " where it did not pass."
                : "Up to "
                        + retry.attempts()
                        + " attempts, "
                        + DurationWords.of(retry.interval())
                        + " apart"
                        + end;
    }

    Retries without(Step step) {
        return new Retries(waiting.minus(step.id()));
    }

    /** The clock was set: what is due in 5 s is due in 5 s. */
    Retries later(Duration by) {
        PMap<String, Waiting> moved = HashTreePMap.empty();
        for (Map.Entry<String, Waiting> it : waiting.entrySet()) {
            moved = moved.plus(it.getKey(), it.getValue().later(by));
        }
        return new Retries(moved);
    }

    private Retries plus(Waiting more) {
        return new Retries(waiting.plus(more.step().id(), more));
    }

    /** What becomes of a step whose run has ended: it waits for the next attempt, or is done. */
    static Room afterRun(Room room, StepFinished finished) {
        String id = room.incident().runs().getOrDefault(finished.run(), "");
        Optional<Step> found =
                room.checklist().steps().stream().filter(it -> it.id().equals(id)).findFirst();
        Optional<Retry> retry = found.flatMap(it -> it.attributes().retry());
        if (retry.isEmpty()) {
            return room;
        }
        Step step = found.get();
        Waiting before = room.retries().waiting().get(id);
        Trying trying =
                (before == null ? Trying.of(retry.get()) : before.trying())
                        .after(holds(room, step, finished), room.now());
        if (!trying.again(finished.outcome()) || !whole(room, step)) {
            Room over = room.with(room.retries().without(step));
            return trying.since().isPresent() && !trying.enough()
                    ? over.with(
                            Notice.bad(
                                    step.title()
                                            + ": it has held for "
                                            + trying.heldWords()
                                            + " when its attempts were over."))
                    : over;
        }
        Instant due = room.now().plus(retry.get().interval());
        return room.with(room.retries().plus(new Waiting(step, trying, Optional.of(due))))
                .with(Notice.plain(step.title() + ": " + trying.nextWords() + "; K gives it up"));
    }

    private static boolean holds(Room room, Step step, StepFinished finished) {
        List<String> lines =
                room.outputs()
                        .of(finished.run())
                        .map(it -> it.lines().window(0, Outputs.LIMIT))
                        .orElse(List.of());
        return finished.outcome() == Outcome.PASSED
                && step.attributes().expect().stream()
                        .allMatch(
                                wanted ->
                                        Expecting.ofProbe(room, wanted)
                                                .map(Expecting.Probed::holds)
                                                .orElseGet(
                                                        () ->
                                                                lines.stream()
                                                                        .anyMatch(
                                                                                it ->
                                                                                        it.contains(
                                                                                                wanted))));
    }

    /** The rest of a script is not tried again: what came before it has changed something. */
    private static boolean whole(Room room, Step step) {
        return room.incident()
                .step(step.id())
                .last()
                .map(Attempt::script)
                .filter(it -> !it.startsWith("\n"))
                .isPresent();
    }

    /** Begins what is due. Whoever is typing goes on typing. */
    static Next due(Room room) {
        for (Waiting each : room.retries().waiting().values()) {
            if (each.due().isPresent() && !each.due().get().isAfter(room.now())) {
                return again(room, each);
            }
        }
        return Next.of(room);
    }

    private static Next again(Room room, Waiting each) {
        Step step = each.step();
        Room next =
                room.with(room.retries().plus(new Waiting(step, each.trying(), Optional.empty())));
        boolean busy =
                room.incident().running().stream()
                        .anyMatch(it -> room.incident().runs().get(it.run()).equals(step.id()));
        boolean shown =
                Targeting.preview(next, step).room().question().orElse(null)
                        instanceof Question.Preview;
        if (busy || !shown || !room.incident().open() || !room.mode().runs()) {
            return Next.of(room.with(room.retries().without(step)));
        }
        Question.Preview preview =
                (Question.Preview) Targeting.preview(next, step).room().question().orElseThrow();
        List<String> there =
                room.incident().step(step.id()).last().map(Attempt::target).stream().toList();
        Aim aim = preview.aim().only(there);
        if (!aim.hosts().equals(there)) {
            // It is aimed elsewhere meanwhile, where nobody has agreed to it.
            return Next.of(
                    room.with(room.retries().without(step))
                            .with(
                                    Notice.plain(
                                            step.title()
                                                    + " is not tried again: it is aimed elsewhere"
                                                    + " now.")));
        }
        Next started = Running.start(next, step, aim.first());
        return room.question().isEmpty()
                ? started
                : new Next(
                        started.room().asking(room.question().get()).with(room.notice()),
                        started.effects());
    }
}
