package dev.warroom.incident;

import dev.warroom.incident.CommandEvent.Amended;
import dev.warroom.incident.CommandEvent.DeadlineExtended;
import dev.warroom.incident.CommandEvent.Escalated;
import dev.warroom.incident.CommandEvent.FollowUpAdded;
import dev.warroom.incident.CommandEvent.HookAnswered;
import dev.warroom.incident.CommandEvent.KindNoted;
import dev.warroom.incident.CommandEvent.MessageSent;
import dev.warroom.incident.CommandEvent.Mitigated;
import dev.warroom.incident.CommandEvent.Reopened;
import dev.warroom.incident.CommandEvent.SeverityChanged;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.ExpectationChecked;
import dev.warroom.incident.IncidentEvent.HealthChanged;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.OptionChosen;
import dev.warroom.incident.IncidentEvent.PatternSeen;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.IncidentEvent.StatusUpdated;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepNoted;
import dev.warroom.incident.IncidentEvent.StepPrepared;
import dev.warroom.incident.IncidentEvent.StepSkipped;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.IncidentEvent.ValueSet;

import java.util.function.UnaryOperator;

/**
 * The texts of an event that a person typed or a program printed, changed one by one: ids, names
 * and places stay as they are, because other facts are found by them.
 */
public final class EventText {

    private EventText() {}

    /** {@code event} with {@code change} made to each such text. */
    public static IncidentEvent changed(IncidentEvent event, UnaryOperator<String> change) {
        return switch (event) {
            case Declared it ->
                    new Declared(
                            it.severity(), change.apply(it.title()), it.service(), it.workspace());
            case StepStarted it ->
                    new StepStarted(
                            it.run(),
                            it.step(),
                            it.title(),
                            change.apply(it.script()),
                            it.target(),
                            it.where(),
                            it.batch());
            case StepFinished it ->
                    new StepFinished(
                            it.run(),
                            it.outcome(),
                            it.exit(),
                            it.line(),
                            it.took(),
                            it.bytes(),
                            change.apply(it.detail()));
            case StepSkipped it ->
                    new StepSkipped(it.step(), it.title(), change.apply(it.reason()));
            case StepPrepared it ->
                    new StepPrepared(it.step(), it.title(), change.apply(it.script()));
            case StepNoted it -> new StepNoted(it.step(), it.title(), change.apply(it.text()));
            case OptionChosen it ->
                    new OptionChosen(
                            it.choice(), it.option(), it.title(), change.apply(it.reason()));
            case ValueSet it -> new ValueSet(it.name(), change.apply(it.value()));
            case ExpectationChecked it ->
                    new ExpectationChecked(
                            it.expectation(),
                            it.words(),
                            it.holds(),
                            it.machine(),
                            change.apply(it.evidence()));
            case HealthChanged it ->
                    new HealthChanged(it.probe(), it.from(), it.to(), change.apply(it.detail()));
            case PatternSeen it ->
                    new PatternSeen(it.source(), it.level(), it.id(), change.apply(it.text()));
            case NoteAdded it -> new NoteAdded(change.apply(it.text()));
            case StatusUpdated it -> new StatusUpdated(change.apply(it.text()));
            case Resolved it ->
                    new Resolved(change.apply(it.rootCause()), change.apply(it.resolution()));
            case IncidentEvent.ApprovalAsked it ->
                    new IncidentEvent.ApprovalAsked(
                            it.step(),
                            it.title(),
                            change.apply(it.script()),
                            it.target(),
                            it.hash(),
                            it.who());
            case IncidentEvent.VariableSet it ->
                    new IncidentEvent.VariableSet(
                            it.runbook(), it.target(), it.name(), change.apply(it.value()));
            case CommandEvent it -> changed(it, change);
            case IncidentEvent.Approved _,
                    IncidentEvent.VariablesReset _,
                    IncidentEvent.ChecklistStarted _,
                    IncidentEvent.Acknowledged _,
                    IncidentEvent.RunbookOpened _,
                    IncidentEvent.StepDone _,
                    IncidentEvent.ValueKept _,
                    IncidentEvent.StepMoved _,
                    IncidentEvent.RunbookChanged _,
                    IncidentEvent.ClockChanged _,
                    IncidentEvent.ChecklistClosed _,
                    IncidentEvent.PostMortemWritten _ ->
                    event;
        };
    }

    private static CommandEvent changed(CommandEvent event, UnaryOperator<String> change) {
        return switch (event) {
            case SeverityChanged it ->
                    new SeverityChanged(it.from(), it.to(), change.apply(it.reason()));
            case Mitigated it -> new Mitigated(change.apply(it.how()));
            case Reopened it -> new Reopened(change.apply(it.reason()));
            case FollowUpAdded it ->
                    new FollowUpAdded(it.number(), change.apply(it.text()), it.owner());
            case DeadlineExtended it ->
                    new DeadlineExtended(it.clock(), it.by(), change.apply(it.reason()));
            case Escalated it ->
                    new Escalated(it.level(), it.name(), change.apply(it.reason()), it.within());
            case MessageSent it ->
                    new MessageSent(it.template(), change.apply(it.text()), it.way());
            case HookAnswered it ->
                    new HookAnswered(
                            it.hook(), it.what(), it.accepted(), change.apply(it.answer()));
            case Amended it -> new Amended(it.fact(), change.apply(it.text()));
            case KindNoted it -> new KindNoted(it.kind(), change.apply(it.text()));
            case CommandEvent.RoleAssigned _,
                    CommandEvent.FollowUpDone _,
                    CommandEvent.DriverChanged _,
                    CommandEvent.DriverAsked _,
                    CommandEvent.DriverKept _,
                    CommandEvent.PostMortemScheduled _,
                    CommandEvent.ClockAnswered _,
                    CommandEvent.EscalationAnswered _,
                    CommandEvent.CriterionAnswered _ ->
                    event;
        };
    }
}
