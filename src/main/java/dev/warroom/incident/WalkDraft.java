package dev.warroom.incident;

import dev.warroom.incident.IncidentEvent.ExpectationChecked;
import dev.warroom.incident.IncidentEvent.OptionChosen;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepMoved;
import dev.warroom.incident.IncidentEvent.StepNoted;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.IncidentEvent.ValueKept;
import dev.warroom.incident.IncidentEvent.ValueSet;
import dev.warroom.incident.WalkRecord.Check;
import dev.warroom.incident.WalkRecord.Pick;

import org.pcollections.PMap;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was done with the steps of an incident's runbooks, while facts become state. Steps that they
 * change are kept apart from the map that does not change until somebody asks for the whole.
 */
final class WalkDraft {

    private final Map<String, StepRecord> changed = new HashMap<>();
    private PMap<String, StepRecord> steps;
    private Runs runs;
    private PMap<String, String> values;
    private PMap<String, String> kept;
    private PMap<String, Pick> picks;
    private PMap<String, Check> checks;

    WalkDraft(WalkRecord before) {
        steps = before.steps();
        runs = before.runs();
        values = before.values();
        kept = before.kept();
        picks = before.picks();
        checks = before.checks();
    }

    /** All that was done up to now. */
    WalkRecord record() {
        return new WalkRecord(steps(), runs, values, kept, picks, checks);
    }

    private PMap<String, StepRecord> steps() {
        steps = steps.plusAll(changed);
        changed.clear();
        return steps;
    }

    private StepRecord step(String step) {
        StepRecord record = changed.get(step);
        record = record == null ? steps.get(step) : record;
        return record == null ? StepRecord.untouched(step) : record;
    }

    private void put(StepRecord record) {
        changed.put(record.step(), record);
    }

    void started(StepStarted event, Fact fact) {
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
        runs = runs.plus(event.run(), event.step());
        put(step(event.step()).started(attempt));
    }

    void finished(StepFinished event, Instant at) {
        String step = runs.get(event.run());
        if (step != null) {
            put(step(step).finished(event, at));
        }
    }

    void ticked(String step, StepState to, Fact fact, String why) {
        put(step(step).ticked(to, fact.who(), fact.at(), why));
    }

    void noted(StepNoted event, Fact fact) {
        put(step(event.step()).noted(new StepNote(fact.at(), fact.who(), event.text())));
    }

    /**
     * What was done with a step, what was picked and what was found of an expectation stays where
     * the runbook calls it otherwise. Of what something was done with already, nothing is taken
     * away.
     */
    void moved(StepMoved event) {
        picks = renamed(picks, event);
        for (Map.Entry<String, Pick> it : picks.entrySet()) {
            Pick pick = it.getValue();
            if (pick.option().equals(event.from())) {
                Pick moved = new Pick(event.to(), pick.reason(), pick.who(), pick.at());
                picks = picks.plus(it.getKey(), moved);
            }
        }
        checks = renamed(checks, event);
        movedStep(event);
    }

    private static <T> PMap<String, T> renamed(PMap<String, T> all, StepMoved event) {
        T value = all.get(event.from());
        return value == null || all.containsKey(event.to())
                ? all
                : all.minus(event.from()).plus(event.to(), value);
    }

    private void movedStep(StepMoved event) {
        StepRecord record = steps().get(event.from());
        if (record == null || steps.containsKey(event.to())) {
            return;
        }
        for (Attempt attempt : record.attempts()) {
            runs = runs.plus(attempt.run(), event.to());
        }
        steps = steps.minus(event.from()).plus(event.to(), record.moved(event.to()));
    }

    void chose(OptionChosen event, Fact fact) {
        Pick pick = new Pick(event.option(), event.reason(), fact.who(), fact.at());
        picks = picks.plus(event.choice(), pick);
    }

    /** A value takes the place of what was kept under the same name. */
    void valued(ValueSet event) {
        values = values.plus(event.name(), event.value());
        for (Map.Entry<String, String> it : kept.entrySet()) {
            if (it.getValue().equals(event.name())) {
                kept = kept.minus(it.getKey());
            }
        }
    }

    void kept(ValueKept event) {
        kept = kept.plus(event.written(), event.name());
    }

    void checked(ExpectationChecked event, Fact fact) {
        Check check =
                new Check(event.holds(), event.machine(), event.evidence(), fact.who(), fact.at());
        checks = checks.plus(event.expectation(), check);
    }
}
