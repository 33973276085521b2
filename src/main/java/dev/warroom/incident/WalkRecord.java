package dev.warroom.incident;

import dev.warroom.incident.IncidentEvent.StepMoved;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /** Whether all that was done is where {@code moved} brings it, so that it changes nothing. */
    boolean isWith(StepMoved moved) {
        WalkDraft draft = new WalkDraft(this);
        draft.moved(moved);
        return draft.record().equals(this);
    }

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
}
