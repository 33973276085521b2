package dev.warroom.room;

import dev.warroom.incident.IncidentEvent.ExpectationChecked;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.Outcome;
import dev.warroom.room.Question.Purpose;
import dev.warroom.runbook.Measurement;
import dev.warroom.runbook.Step;

import java.util.List;
import java.util.Optional;

/** Whether what must hold does: read from a step's output where it can be, asked otherwise. */
final class Expecting {

    /** Stands before the name of a probe that must be well. */
    private static final String PROBE = "probe ";

    private Expecting() {}

    /** What the output of a run that has ended says of the expectations of its step. */
    static List<Effect> afterRun(Room room, StepFinished finished) {
        String id = room.incident().runs().get(finished.run());
        Optional<Step> step =
                room.checklist().steps().stream().filter(it -> it.id().equals(id)).findFirst();
        Optional<Outputs.Output> output = room.outputs().of(finished.run());
        if (step.isEmpty() || output.isEmpty() || finished.outcome() == Outcome.UNKNOWN) {
            return List.of();
        }
        List<String> lines = output.get().lines().window(0, Outputs.LIMIT);
        return room.checklist().spots().all().stream()
                .filter(Spot.OfExpectation.class::isInstance)
                .map(Spot.OfExpectation.class::cast)
                .filter(it -> it.isAbout(step.get()))
                .flatMap(it -> read(room, it, step.get(), lines).stream())
                .map(it -> (Effect) new Effect.Record(it))
                .toList();
    }

    /** What a probe says of an expectation. */
    record Probed(boolean holds, String evidence) {}

    /** What is found of an expectation "probe api"; empty where that is no probe of the room. */
    static Optional<Probed> ofProbe(Room room, String wanted) {
        HealthBoard board = room.health();
        return Optional.of(wanted)
                .filter(it -> it.startsWith(PROBE))
                .flatMap(it -> board.probe(it.substring(PROBE.length()).strip()))
                .map(
                        probe ->
                                board.history(probe)
                                        .map(ProbeHistory::last)
                                        .map(
                                                it ->
                                                        new Probed(
                                                                it.health() == Reading.Health.OK
                                                                        && !board.stale(
                                                                                probe, room.now()),
                                                                probe.name()
                                                                        + " "
                                                                        + it.health().word()
                                                                        + ": "
                                                                        + it.detail()))
                                        .orElse(
                                                new Probed(
                                                        false,
                                                        probe.name()
                                                                + " has not been looked at yet")));
    }

    private static Optional<ExpectationChecked> read(
            Room room, Spot.OfExpectation spot, Step ran, List<String> lines) {
        Optional<Probed> probed =
                spot.step().isPresent()
                        ? ofProbe(room, spot.expectation().words())
                        : Optional.empty();
        if (probed.isPresent()) {
            Probed it = probed.get();
            return Optional.of(checked(spot, it.holds(), true, it.evidence()));
        }
        if (spot.step().isPresent()) {
            String wanted = spot.expectation().words();
            Optional<String> line = lines.stream().filter(it -> it.contains(wanted)).findFirst();
            String evidence = line.map(String::strip).orElse("no line of its output has it");
            return Optional.of(checked(spot, line.isPresent(), true, evidence));
        }
        return spot.expectation()
                .comparison()
                .flatMap(
                        wanted ->
                                Measurement.of(wanted, ran.title(), lines)
                                        .map(
                                                it ->
                                                        checked(
                                                                spot,
                                                                it.holds(
                                                                        wanted.relation(),
                                                                        wanted.number()),
                                                                true,
                                                                it.evidence())));
    }

    /** The answer of a person is followed by what they have to say of it. */
    static Next answer(Room room, Question.Holds question, Key key) {
        boolean yes = is(key, 'y');
        return yes || is(key, 'n')
                ? Acting.ask(room.unasked(), new Purpose.Evidence(question.spot(), yes))
                : Next.of(room);
    }

    static Effect told(Spot.OfExpectation spot, boolean holds, String note) {
        return new Effect.Record(checked(spot, holds, false, note));
    }

    private static ExpectationChecked checked(
            Spot.OfExpectation spot, boolean holds, boolean machine, String evidence) {
        return new ExpectationChecked(spot.id(), spot.title(), holds, machine, evidence);
    }

    private static boolean is(Key key, char letter) {
        return key.kind() == Key.Kind.CHARACTER && Character.toLowerCase(key.codePoint()) == letter;
    }
}
