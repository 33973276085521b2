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
import dev.warroom.text.Counted;

import java.util.List;
import java.util.Optional;

/**
 * A fact in words, the same on the timeline, in {@code warroom log} and in the post-mortem. Without
 * the time and the person, which each of them shows in its own column.
 */
public final class FactWords {

    private FactWords() {}

    /**
     * One line, such as {@code Check disk: exit 0 in 0.4 s on local}. Safe to draw: no line breaks
     * and no control characters, and bounded in length.
     *
     * @param facts all of the incident, oldest first: the end of a run is told with the title and
     *     the target that its start has
     */
    public static String words(Fact fact, List<Fact> facts) {
        return OneLine.of(event(fact, facts) + late(fact));
    }

    /** Others may have decided something before they knew of it. */
    private static String late(Fact fact) {
        return fact.origin().isLate()
                ? " (shared " + DurationWords.of(fact.origin().late()) + " late)"
                : "";
    }

    private static String event(Fact fact, List<Fact> facts) {
        return switch (fact.event()) {
            case Declared event ->
                    "declared " + event.severity() + ": " + event.title() + aside(event.service());
            case ChecklistStarted event -> "began " + event.title();
            case Acknowledged() -> "acknowledged";
            case RunbookOpened event -> "opened " + event.title();
            case StepStarted event -> event.title() + ": started on " + event.target();
            case StepFinished event -> finished(event, start(event.run(), fact, facts));
            case StepDone event -> event.title() + ": done";
            case StepSkipped event -> event.title() + ": skipped" + why(event.reason());
            case OptionChosen event -> "chose " + event.title() + why(event.reason());
            case ValueSet event -> event.name() + " = " + event.value();
            case ValueKept event -> event.written() + " stays as it stands";
            case IncidentEvent.ApprovalAsked event ->
                    event.title()
                            + " on "
                            + event.target()
                            + ": asked for the approval of "
                            + event.who()
                            + " (script "
                            + ScriptHash.brief(event.hash())
                            + ")";
            case IncidentEvent.Approved event ->
                    event.title()
                            + " on "
                            + event.target()
                            + ": approved (script "
                            + ScriptHash.brief(event.hash())
                            + ")";
            case IncidentEvent.VariableSet event ->
                    event.name() + "=" + event.value() + " for steps on " + event.target();
            case IncidentEvent.VariablesReset event ->
                    "steps on " + event.target() + " begin with nothing carried on";
            case StepPrepared event -> event.title() + ": ready, not run";
            case StepMoved event -> event.title() + ": is elsewhere in its runbook now";
            case StepNoted event -> "note on " + event.title() + why(event.text());
            case ExpectationChecked event ->
                    (event.holds() ? "holds: " : "DOES NOT HOLD: ")
                            + event.words()
                            + (event.machine()
                                    ? aside("read: " + event.evidence())
                                    : aside(event.evidence()));
            case RunbookChanged event ->
                    event.file()
                            + " has changed: "
                            + Counted.of(event.added(), "line")
                            + " new, "
                            + event.gone()
                            + " gone";
            case HealthChanged event ->
                    event.probe()
                            + ": "
                            + event.to()
                            + (event.from().isEmpty() ? "" : ", was " + event.from())
                            + aside(event.detail());
            case PatternSeen event ->
                    "first seen: " + event.level() + " in " + event.source() + ": " + event.text();
            case ClockChanged event ->
                    "clock of "
                            + event.host()
                            + " was set "
                            + (event.by().isNegative() ? "back" : "forward")
                            + " by "
                            + DurationWords.of(event.by().abs());
            case NoteAdded event -> "note: " + event.text();
            case StatusUpdated event -> "status update: " + event.text();
            case Resolved event ->
                    "resolved"
                            + why(event.resolution())
                            + (event.rootCause().isBlank()
                                    ? ""
                                    : "; root cause: " + event.rootCause());
            case ChecklistClosed() -> "closed";
            case PostMortemWritten event -> "post-mortem written to " + event.file();
            case CommandEvent event -> CommandWords.words(event);
        };
    }

    /** Who it was, and on which machine: {@code ana@app-1}. Safe to draw, as the words are. */
    public static String person(Fact fact) {
        return OneLine.of(fact.host().isBlank() ? fact.who() : fact.who() + "@" + fact.host());
    }

    /**
     * How a run ended, such as {@code exit 0}, {@code exit 143, stopped}, {@code could not run}.
     */
    public static String ending(Attempt attempt) {
        return attempt.outcome()
                .map(outcome -> ending(outcome, attempt.exit()))
                .orElse("still running");
    }

    /** The same, of what is not recorded yet. */
    public static String ending(Outcome outcome, java.util.OptionalInt exit) {
        String code = exit.isPresent() ? "exit " + exit.getAsInt() : "";
        return switch (outcome) {
            case PASSED -> code.isEmpty() ? "passed" : code;
            case FAILED -> code.isEmpty() ? "could not run" : code;
            case STOPPED -> code.isEmpty() ? "stopped" : "stopped, " + code;
            case UNKNOWN -> "outcome unknown";
        };
    }

    private static String finished(StepFinished end, Optional<StepStarted> start) {
        return start.map(StepStarted::title).orElse("run " + end.run())
                + ": "
                + ending(end.outcome(), end.exit())
                + (end.exit().isEmpty() && end.took().isZero()
                        ? ""
                        : " in " + DurationWords.of(end.took()))
                + start.map(it -> " on " + it.target()).orElse("")
                + aside(end.detail());
    }

    /** Searched backwards: a start stands close before its end, however long the incident. */
    private static Optional<StepStarted> start(String run, Fact end, List<Fact> facts) {
        for (int i = (int) Math.min(end.number() - 1, facts.size()) - 1; i >= 0; i--) {
            if (facts instanceof Facts all && all.kind(i) != StepStarted.class) {
                continue;
            }
            if (facts.get(i).event() instanceof StepStarted start && start.run().equals(run)) {
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    private static String aside(String text) {
        return text.isBlank() ? "" : " (" + text.strip() + ")";
    }

    private static String why(String text) {
        return text.isBlank() ? "" : ": " + text.strip();
    }
}
