package dev.warroom.incident;

import dev.warroom.incident.IncidentEvent.ExpectationChecked;
import dev.warroom.incident.IncidentEvent.OptionChosen;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepMoved;
import dev.warroom.incident.IncidentEvent.StepNoted;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.IncidentEvent.ValueKept;
import dev.warroom.incident.IncidentEvent.ValueSet;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was done with the steps of an incident's runbooks.
 *
 * @param steps by step id
 * @param runs step id by run id
 * @param values of placeholders, by name
 * @param kept what is written like a placeholder and is none: its name, by how it is written
 * @param picks what was picked, by choice id
 * @param checks what was found of expectations the last time, by expectation id
 */
public record WalkRecord(
        PMap<String, StepRecord> steps,
        Runs runs,
        PMap<String, String> values,
        PMap<String, String> kept,
        PMap<String, Pick> picks,
        PMap<String, Check> checks) {

    static final WalkRecord EMPTY =
            new WalkRecord(
                    HashTreePMap.empty(),
                    Runs.NONE,
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    HashTreePMap.empty());

    /** The option somebody picked, and why. */
    public record Pick(String option, String reason, String who, Instant at) {}

    /**
     * Whether an expectation held when it was looked at.
     *
     * @param machine whether it was read from a step's output; otherwise a person says so
     * @param evidence what was read, or what the person noted; may be empty
     */
    public record Check(boolean holds, boolean machine, String evidence, String who, Instant at) {}

    /** The same with other values. */
    public WalkRecord withValues(PMap<String, String> others) {
        return new WalkRecord(steps, runs, others, kept, picks, checks);
    }

    /** What was done with {@code step}. */
    public StepRecord step(String step) {
        StepRecord record = steps.get(step);
        return record == null ? StepRecord.untouched(step) : record;
    }

    /** What was picked of a choice. */
    public Optional<Pick> pick(String choice) {
        return Optional.ofNullable(picks.get(choice));
    }

    /** What was found of an expectation the last time. */
    public Optional<Check> check(String expectation) {
        return Optional.ofNullable(checks.get(expectation));
    }

    List<Attempt> running() {
        return steps.values().stream()
                .flatMap(record -> record.attempts().recent().stream())
                .filter(Attempt::running)
                .sorted(Comparator.comparing(Attempt::startedAt))
                .toList();
    }

    Optional<Attempt> newest() {
        return steps.values().stream()
                .flatMap(record -> record.last().stream())
                .max(Comparator.comparing(Attempt::startedAt));
    }

    WalkRecord started(StepStarted event, Fact fact) {
        Attempt attempt =
                new Attempt(
                        event.run(),
                        event.script(),
                        event.target(),
                        event.where(),
                        event.batch(),
                        fact.who(),
                        fact.at(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        0,
                        "");
        return new WalkRecord(
                        steps, runs.plus(event.run(), event.step()), values, kept, picks, checks)
                .with(step(event.step()).started(attempt));
    }

    WalkRecord finished(StepFinished event, Instant at) {
        String step = runs.get(event.run());
        return step == null ? this : with(step(step).finished(event, at));
    }

    WalkRecord ticked(String step, StepState to, Fact fact, String why) {
        return with(step(step).ticked(to, fact.who(), fact.at(), why));
    }

    WalkRecord noted(StepNoted event, Fact fact) {
        return with(step(event.step()).noted(new StepNote(fact.at(), fact.who(), event.text())));
    }

    /**
     * What was done with a step, what was picked and what was found of an expectation stays where
     * the runbook calls it otherwise. Of what something was done with already, nothing is taken
     * away.
     */
    WalkRecord moved(StepMoved event) {
        return movedAnswers(event).movedStep(event);
    }

    private WalkRecord movedAnswers(StepMoved event) {
        PMap<String, Pick> picked = renamed(picks, event);
        for (Map.Entry<String, Pick> it : picked.entrySet()) {
            Pick pick = it.getValue();
            if (pick.option().equals(event.from())) {
                picked =
                        picked.plus(
                                it.getKey(),
                                new Pick(event.to(), pick.reason(), pick.who(), pick.at()));
            }
        }
        return new WalkRecord(steps, runs, values, kept, picked, renamed(checks, event));
    }

    private static <T> PMap<String, T> renamed(PMap<String, T> all, StepMoved event) {
        T value = all.get(event.from());
        return value == null || all.containsKey(event.to())
                ? all
                : all.minus(event.from()).plus(event.to(), value);
    }

    private WalkRecord movedStep(StepMoved event) {
        StepRecord record = steps.get(event.from());
        if (record == null || steps.containsKey(event.to())) {
            return this;
        }
        Runs there = runs;
        for (Attempt attempt : record.attempts()) {
            there = there.plus(attempt.run(), event.to());
        }
        return new WalkRecord(
                steps.minus(event.from()).plus(event.to(), record.moved(event.to())),
                there,
                values,
                kept,
                picks,
                checks);
    }

    WalkRecord chose(OptionChosen event, Fact fact) {
        Pick pick = new Pick(event.option(), event.reason(), fact.who(), fact.at());
        return new WalkRecord(steps, runs, values, kept, picks.plus(event.choice(), pick), checks);
    }

    /** A value takes the place of what was kept under the same name. */
    WalkRecord valued(ValueSet event) {
        PMap<String, String> left = kept;
        for (Map.Entry<String, String> it : kept.entrySet()) {
            if (it.getValue().equals(event.name())) {
                left = left.minus(it.getKey());
            }
        }
        return new WalkRecord(
                steps,
                runs,
                values.plus(event.name(), event.value()),
                left,
                picks,
                checks);
    }

    WalkRecord kept(ValueKept event) {
        return new WalkRecord(
                steps, runs, values, kept.plus(event.written(), event.name()), picks, checks);
    }

    WalkRecord checked(ExpectationChecked event, Fact fact) {
        Check check =
                new Check(event.holds(), event.machine(), event.evidence(), fact.who(), fact.at());
        return new WalkRecord(
                steps, runs, values, kept, picks, checks.plus(event.expectation(), check));
    }

    private WalkRecord with(StepRecord record) {
        return new WalkRecord(steps.plus(record.step(), record), runs, values, kept, picks, checks);
    }
}
