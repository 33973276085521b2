package dev.warroom.room;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Batch;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Outcome;
import dev.warroom.runbook.Step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A step on several hosts. Each host's run is a run as any other, recorded before it begins, so
 * that whatever happens to the room costs only those that have not begun.
 */
public final class FanOut {

    private FanOut() {}

    /** The id of the next run. */
    static String nextRun(Room room) {
        int before = room.incident().runs().size() + room.launches().starting().size();
        return room.together().named(room.incident().id() + "-" + (before + 1));
    }

    /** Begins as many as may run at once. */
    static Next begin(Room room, Step step, Aim aim) {
        String batch = Batch.id(nextRun(room), aim.launches().size());
        Room begun =
                room.with(room.launches().with(batch, Wave.of(step, aim)))
                        .with(room.screen().showing(Optional.of(batch)))
                        .with(room.outputs().atEnd());
        return advance(begun, batch);
    }

    private static Next advance(Room room, String batch) {
        Room next = room;
        List<Effect> starts = new ArrayList<>();
        Wave wave = room.launches().waves().get(batch);
        while (wave != null && wave.goesOn()) {
            Launch launch = wave.waiting().get(0);
            String run = nextRun(next);
            wave = wave.begun(run);
            next = next.with(next.launches().plus(run, launch).with(batch, wave));
            starts.add(new Effect.Record(Running.started(run, wave.step(), launch, batch)));
        }
        boolean over = wave == null || wave.over();
        return new Next(over ? next.with(next.launches().without(batch)) : next, starts);
    }

    /** A host's run has ended, and is recorded: the next one may begin. */
    static Next finished(Room room, StepFinished finished) {
        Optional<String> batch = batchOf(room, finished.run());
        Wave wave = batch.map(room.launches().waves()::get).orElse(null);
        if (wave == null) {
            return Next.of(room);
        }
        Wave after = wave.ended(finished.run(), finished.outcome() == Outcome.PASSED);
        return advance(room.with(room.launches().with(batch.get(), after)), batch.get());
    }

    /** A start that is not recorded is none, and no other follows it. */
    static Room notStarted(Room room, StepStarted started) {
        Wave wave = room.launches().waves().get(started.batch());
        if (wave == null) {
            return room;
        }
        Wave after = wave.ended(started.run(), false).stopped();
        return room.with(
                after.over()
                        ? room.launches().without(started.batch())
                        : room.launches().with(started.batch(), after));
    }

    /** Stops what runs of a batch, or one run; what waits does not begin. */
    static Next stop(Room room, String id) {
        if (!Batch.is(id)) {
            return Next.of(room, new Effect.StopRun(id, room.incident().where(id)));
        }
        Wave wave = room.launches().waves().get(id);
        Room next = wave == null ? room : room.with(room.launches().with(id, wave.stopped()));
        return new Next(
                next,
                room.incident().running().stream()
                        .filter(it -> it.batch().equals(id))
                        .map(it -> (Effect) new Effect.StopRun(it.run(), it.where()))
                        .toList());
    }

    /** Shows one host's output alone. */
    static Next alone(Room room, String host) {
        Optional<Attempt> attempt =
                room.screen()
                        .output()
                        .or(() -> Availability.shownByOutput(room))
                        .flatMap(it -> batch(room, shown(room, it)))
                        .flatMap(
                                it ->
                                        it.attempts().stream()
                                                .filter(one -> one.target().equals(host))
                                                .findFirst());
        return attempt.map(it -> Acting.output(room, it.run()))
                .orElseGet(
                        () ->
                                Next.of(
                                        room.with(
                                                Notice.bad(
                                                        "There is no output of a host \""
                                                                + host
                                                                + "\" here. Write :output HOST"
                                                                + " while a step's output is"
                                                                + " shown."))));
    }

    /** What is typed of the name of a host of this batch, while one is looked for. */
    static Optional<String> sought(Room room, String batch) {
        return room.question().orElse(null)
                                instanceof Question.Text(Question.Purpose.Host(var id), Line line)
                        && id.equals(batch)
                        && !line.text().isBlank()
                ? Optional.of(line.text().strip())
                : Optional.empty();
    }

    /** The host of this name, or else the first whose name holds it. */
    static Optional<Attempt> found(Batch batch, String sought) {
        return batch.attempts().stream()
                .filter(it -> it.target().equalsIgnoreCase(sought))
                .findFirst()
                .or(
                        () ->
                                batch.attempts().stream()
                                        .filter(it -> FanOutRows.named(it.target(), sought))
                                        .findFirst());
    }

    /** The batch whose output has the keys, or whose host's output has. */
    static Optional<String> lookedAt(Room room) {
        return room.screen()
                .output()
                .filter(it -> room.screen().outputHasKeys())
                .map(it -> shown(room, it))
                .filter(Batch::is);
    }

    /** Asks for the name of a host, and shows those that fit what is typed. */
    static Next seek(Room room, String batch) {
        return Acting.ask(
                room.with(room.screen().showing(Optional.of(batch))),
                new Question.Purpose.Host(batch));
    }

    /** Shows what the host that was looked for has printed. */
    static Next open(Room room, String id, String sought) {
        if (sought.isEmpty()) {
            return Next.of(room);
        }
        Optional<Attempt> found = batch(room, id).flatMap(it -> found(it, sought));
        return found.map(it -> Acting.output(room, it.run()))
                .orElseGet(
                        () ->
                                Next.of(
                                        room.with(
                                                Notice.bad(
                                                        "No host that has begun has \""
                                                                + sought
                                                                + "\" in its name."))));
    }

    /** The hosts whose output can be shown alone. */
    static List<String> hosts(Room room) {
        return room.screen()
                .output()
                .or(() -> Availability.shownByOutput(room))
                .flatMap(it -> batch(room, shown(room, it)))
                .map(it -> it.attempts().stream().map(Attempt::target).toList())
                .orElse(List.of());
    }

    private static String shown(Room room, String id) {
        return Batch.is(id) ? id : batchOf(room, id).orElse(id);
    }

    /** What is shown where the output of {@code attempt} is: that of its batch, if it has one. */
    static String shown(Attempt attempt) {
        return attempt.batch().isEmpty() ? attempt.run() : attempt.batch();
    }

    /** The batch of an id. */
    public static Optional<Batch> batch(Room room, String id) {
        String step = room.incident().runs().getOrDefault(Batch.firstRun(id), "");
        return Batch.of(room.incident().step(step).attempts()).stream()
                .filter(it -> it.id().equals(id))
                .findFirst();
    }

    /** The batch that a run belongs to. */
    public static Optional<String> batchOf(Room room, String run) {
        return room.incident().attempt(run).map(Attempt::batch).filter(Batch::is);
    }

    /**
     * Those of the hosts of {@code aim} that have not passed since {@code step} was last begun on
     * so many: it failed there, or was not begun any more; empty where there was no such order.
     */
    public static List<String> unpassed(Room room, Step step, Aim aim) {
        List<Batch> orders = Batch.of(room.incident().step(step.id()).attempts());
        Set<String> hosts = new LinkedHashSet<>(aim.hosts());
        int whole = orders.size() - 1;
        while (whole >= 0 && !isOf(orders.get(whole), hosts)) {
            whole--;
        }
        if (whole < 0) {
            return List.of();
        }
        Set<String> passed = new HashSet<>();
        for (Batch order : orders.subList(whole, orders.size())) {
            for (Attempt it : order.attempts()) {
                if (it.outcome().equals(Optional.of(Outcome.PASSED))) {
                    passed.add(it.target());
                } else {
                    passed.remove(it.target());
                }
            }
        }
        return hosts.stream().filter(it -> !passed.contains(it)).toList();
    }

    private static boolean isOf(Batch order, Set<String> hosts) {
        return order.several()
                && order.hosts() == hosts.size()
                && order.attempts().stream().map(Attempt::target).allMatch(hosts::contains);
    }
}
