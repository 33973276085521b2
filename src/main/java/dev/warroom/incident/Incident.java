package dev.warroom.incident;

import dev.warroom.incident.IncidentEvent.Acknowledged;
import dev.warroom.incident.IncidentEvent.ChecklistClosed;
import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.incident.IncidentEvent.ClockChanged;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.ExpectationChecked;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.OptionChosen;
import dev.warroom.incident.IncidentEvent.PatternSeen;
import dev.warroom.incident.IncidentEvent.PostMortemWritten;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.IncidentEvent.RunbookChanged;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.incident.IncidentEvent.StepDone;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepMoved;
import dev.warroom.incident.IncidentEvent.StepNoted;
import dev.warroom.incident.IncidentEvent.StepPrepared;
import dev.warroom.incident.IncidentEvent.StepSkipped;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.IncidentEvent.ValueKept;
import dev.warroom.incident.IncidentEvent.ValueSet;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An incident, or a checklist walked without one, as its facts make it. Live use, replay after a
 * crash and the reports all go through {@link #apply}, and nothing else changes an incident.
 *
 * @param id names it for people and for its journal: {@code INC-7}, {@code RUN-12}
 * @param severity empty for a checklist
 * @param facts all of them, oldest first
 * @param runbook the id of the current runbook
 * @param walk what was done with the steps of its runbooks
 * @param command who does what, and what was promised
 * @param critical since when, by the names of the probes that said so last
 * @param clocks how the clocks of machines were set; all times here are by the clocks as they are
 *     now
 */
public record Incident(
        String id,
        Optional<Severity> severity,
        String title,
        String service,
        String workspace,
        Optional<Instant> beganAt,
        Optional<Instant> acknowledgedAt,
        Optional<Instant> updatedAt,
        Optional<Instant> endedAt,
        Optional<String> runbook,
        WalkRecord walk,
        Command command,
        PMap<String, Instant> critical,
        ClockChanges clocks,
        Facts facts) {

    /** Before its first fact. */
    public static Incident empty(String id) {
        return new Incident(
                id,
                Optional.empty(),
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                WalkRecord.EMPTY,
                Command.NONE,
                HashTreePMap.empty(),
                ClockChanges.NONE,
                Facts.NONE);
    }

    /** The incident that {@code facts} make. */
    public static Incident replay(String id, List<Fact> facts) {
        Replay replay = new Replay(id);
        facts.forEach(replay::take);
        return replay.incident(facts);
    }

    /** An incident that comes about while its facts are being read. */
    public static final class Replay {
        private final String id;
        private final Draft draft;
        private int taken;

        /** Before the first fact. */
        public Replay(String id) {
            this.id = id;
            draft = new Draft(empty(id));
        }

        /**
         * The next fact.
         *
         * @throws IllegalArgumentException if its number is not the next one
         */
        public void take(Fact fact) {
            requireNext(id, taken++, fact);
            draft.take(fact);
        }

        /**
         * The incident.
         *
         * @param facts those that were taken
         */
        public Incident incident(List<Fact> facts) {
            draft.facts = Facts.of(facts);
            return draft.clocks.equals(ClockChanges.NONE)
                    ? draft.incident()
                    : again(id, draft.facts, draft.clocks);
        }
    }

    /**
     * The incident after one more fact.
     *
     * @throws IllegalArgumentException if the fact's number is not the next one
     */
    public Incident apply(Fact fact) {
        requireNext(id, facts.size(), fact);
        Facts more = facts.plus(fact);
        Draft draft = new Draft(this);
        draft.facts = more;
        draft.take(fact);
        return draft.clocks == clocks ? draft.incident() : again(id, more, draft.clocks);
    }

    /** What all facts make, once it is known how clocks were set behind some of them. */
    private static Incident again(String id, Facts facts, ClockChanges clocks) {
        Draft draft = new Draft(empty(id));
        draft.clocks = clocks;
        facts.forEach(draft::take);
        draft.facts = facts;
        return draft.incident();
    }

    private static void requireNext(String id, int before, Fact fact) {
        if (fact.number() != before + 1L) {
            throw new IllegalArgumentException(
                    "fact number " + fact.number() + " must be " + (before + 1L) + " in " + id);
        }
    }

    /** When a fact was, by the clock of its machine as that is now: for how long things took. */
    public Instant at(Fact fact) {
        return clocks.at(fact);
    }

    public boolean begun() {
        return beganAt.isPresent();
    }

    /**
     * A fact as it is told now: in the words of its newest amendment, where it has one; for all
     * hosts together, where it stands for many.
     *
     * @see FactWords#words
     */
    public String words(Fact fact) {
        String amended = command.amendments().get(fact.number());
        return amended == null
                ? facts.told()
                        .words(fact)
                        .map(OneLine::of)
                        .orElseGet(() -> FactWords.words(fact, facts))
                : OneLine.of(amended + " (amended)");
    }

    /** The facts that are told: of a step on many hosts not each host's. */
    public List<Fact> told() {
        return facts.told().facts();
    }

    public boolean open() {
        return begun() && endedAt.isEmpty();
    }

    /**
     * How long it has lasted at {@code now}, or lasted in all when it has ended. Never negative:
     * zero before it begins, and where a clock was set back.
     */
    public Duration elapsed(Instant now) {
        return beganAt.map(start -> Duration.between(start, endedAt.orElse(now)))
                .filter(length -> !length.isNegative())
                .orElse(Duration.ZERO);
    }

    /** What was done with the steps, by step id. */
    public PMap<String, StepRecord> steps() {
        return walk.steps();
    }

    /** Step ids by run id. */
    public Runs runs() {
        return walk.runs();
    }

    /** The values of placeholders, by name. */
    public PMap<String, String> values() {
        return walk.values();
    }

    public StepRecord step(String step) {
        return walk.step(step);
    }

    public StepState state(String step) {
        return step(step).state();
    }

    /** The order for many hosts that a start belongs to; empty for any other start. */
    public Optional<Batch> many(StepStarted start) {
        return Batch.of(step(start.step()).attempts()).stream()
                .filter(it -> it.many() && it.id().equals(start.batch()))
                .findFirst();
    }

    /** The runs that have started and not finished, oldest first. */
    public List<Attempt> running() {
        return walk.running();
    }

    /** The same; those of an order for many hosts are together, any other is by itself. */
    public List<Batch> runningTogether() {
        Map<String, List<Attempt>> together = new LinkedHashMap<>();
        for (Attempt it : running()) {
            boolean many = Batch.many(it.batch());
            together.computeIfAbsent(many ? it.batch() : it.run(), _ -> new ArrayList<>()).add(it);
        }
        return together.entrySet().stream()
                .map(it -> new Batch(Batch.is(it.getKey()) ? it.getKey() : "", it.getValue()))
                .toList();
    }

    /** A run by its id; empty where no such run was started. */
    public Optional<Attempt> attempt(String run) {
        return step(runs().getOrDefault(run, "")).attempts().stream()
                .filter(it -> it.run().equals(run))
                .findFirst();
    }

    /** Where a run is. */
    public Where where(String run) {
        return attempt(run).map(Attempt::where).orElse(Where.HERE);
    }

    /** The run that was started last, whether or not it has ended. */
    public Optional<Attempt> newest() {
        return walk.newest();
    }

    /** The one place where facts become state; its fields are the record's. */
    private static final class Draft {
        private final Incident before;
        private Optional<Severity> severity;
        private String title;
        private String service;
        private String workspace;
        private Optional<Instant> beganAt;
        private Optional<Instant> acknowledgedAt;
        private Optional<Instant> updatedAt;
        private Optional<Instant> endedAt;
        private Optional<String> runbook;
        private final WalkDraft walk;
        private Command command;
        private PMap<String, Instant> critical;
        private ClockChanges clocks;
        private Facts facts;

        Draft(Incident before) {
            this.before = before;
            severity = before.severity;
            title = before.title;
            service = before.service;
            workspace = before.workspace;
            beganAt = before.beganAt;
            acknowledgedAt = before.acknowledgedAt;
            updatedAt = before.updatedAt;
            endedAt = before.endedAt;
            runbook = before.runbook;
            walk = new WalkDraft(before.walk);
            command = before.command;
            critical = before.critical;
            clocks = before.clocks;
            facts = before.facts;
        }

        void take(Fact told) {
            Fact fact = clocks.timed(told);
            Instant at = fact.at();
            switch (fact.event()) {
                case Declared event -> {
                    severity = Optional.of(event.severity());
                    begin(event.title(), event.service(), event.workspace(), at);
                }
                case ChecklistStarted event -> begin(event.title(), "", event.workspace(), at);
                case Acknowledged() -> acknowledgedAt = acknowledgedAt.or(() -> Optional.of(at));
                case RunbookOpened event -> runbook = Optional.of(event.runbook());
                case StepStarted event -> walk.started(event, fact);
                case StepFinished event -> walk.finished(event, at);
                case StepDone event -> walk.ticked(event.step(), StepState.DONE, fact, "");
                case StepSkipped event ->
                        walk.ticked(event.step(), StepState.SKIPPED, fact, event.reason());
                case StepPrepared event -> walk.ticked(event.step(), StepState.READY, fact, "");
                case StepNoted event -> walk.noted(event, fact);
                case StepMoved event -> walk.moved(event);
                case OptionChosen event -> walk.chose(event, fact);
                case ValueSet event -> walk.valued(event);
                case ValueKept event -> walk.kept(event);
                case ExpectationChecked event -> walk.checked(event, fact);
                case StatusUpdated event -> {
                    updatedAt = Optional.of(at);
                    command = command.updated();
                }
                case Resolved event -> endedAt = Optional.of(at);
                case ChecklistClosed() -> endedAt = Optional.of(at);
                case HealthChanged event -> critical = critical(event, at);
                case IncidentEvent.ApprovalAsked event -> {}
                case IncidentEvent.Approved event -> {}
                case IncidentEvent.VariableSet event -> {}
                case IncidentEvent.VariablesReset event -> {}
                case PatternSeen event -> {}
                case ClockChanged event -> clocks = clocks.plus(fact, event);
                case NoteAdded event -> {}
                case RunbookChanged event -> {}
                case PostMortemWritten event -> {}
                case CommandEvent event -> {
                    command = command.after(event, at);
                    if (event instanceof CommandEvent.SeverityChanged it) {
                        severity = Optional.of(it.to());
                    } else if (event instanceof CommandEvent.Reopened) {
                        endedAt = Optional.empty();
                    }
                }
            }
        }

        private PMap<String, Instant> critical(HealthChanged event, Instant at) {
            boolean was = critical.containsKey(event.probe());
            boolean is = event.to().equals("critical");
            if (was == is) {
                return critical;
            }
            return is ? critical.plus(event.probe(), at) : critical.minus(event.probe());
        }

        private void begin(String name, String what, String where, Instant at) {
            title = name;
            service = what;
            workspace = where;
            beganAt = Optional.of(at);
        }

        Incident incident() {
            return new Incident(
                    before.id,
                    severity,
                    title,
                    service,
                    workspace,
                    beganAt,
                    acknowledgedAt,
                    updatedAt,
                    endedAt,
                    runbook,
                    walk.record(),
                    command,
                    critical,
                    clocks,
                    facts);
        }
    }
}
