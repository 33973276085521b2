package dev.warroom.journal;

import dev.warroom.incident.CommandEvent;
import dev.warroom.incident.IncidentEvent;
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
import dev.warroom.incident.Where;

import tools.jackson.core.JsonGenerator;

/** Events to fields and back. The names here are on people's disks: they never change. */
final class EventCodec {

    private EventCodec() {}

    /** Writes the type and the event's own fields into the open object. */
    static void write(IncidentEvent event, JsonGenerator out) {
        switch (event) {
            case Declared it -> {
                type(out, "declared");
                out.writeStringProperty("severity", it.severity().name());
                text(out, "title", it.title());
                text(out, "service", it.service());
                text(out, "workspace", it.workspace());
            }
            case ChecklistStarted it -> {
                type(out, "checklist-started");
                text(out, "title", it.title());
                text(out, "workspace", it.workspace());
            }
            case Acknowledged() -> type(out, "acknowledged");
            case RunbookOpened it -> {
                type(out, "runbook-opened");
                text(out, "runbook", it.runbook());
                text(out, "title", it.title());
                text(out, "file", it.file());
            }
            case StepStarted it -> {
                type(out, "step-started");
                text(out, "run", it.run());
                text(out, "step", it.step());
                text(out, "title", it.title());
                text(out, "script", it.script());
                text(out, "target", it.target());
                some(out, "target-host", it.where().host());
                some(out, "target-user", it.where().user());
                some(out, "target-as", it.where().as());
                some(out, "batch", it.batch());
            }
            case StepFinished it -> {
                type(out, "step-finished");
                text(out, "run", it.run());
                out.writeStringProperty("outcome", EventFields.stored(it.outcome()));
                if (it.exit().isPresent()) {
                    out.writeNumberProperty("exit", it.exit().getAsInt());
                }
                if (it.line().isPresent()) {
                    out.writeNumberProperty("line", it.line().getAsInt());
                }
                out.writeStringProperty("took", it.took().toString());
                out.writeNumberProperty("bytes", it.bytes());
                text(out, "detail", it.detail());
            }
            case StepDone it -> {
                type(out, "step-done");
                text(out, "step", it.step());
                text(out, "title", it.title());
            }
            case StepSkipped it -> {
                type(out, "step-skipped");
                text(out, "step", it.step());
                text(out, "title", it.title());
                text(out, "reason", it.reason());
            }
            case OptionChosen it -> {
                type(out, "option-chosen");
                text(out, "choice", it.choice());
                text(out, "option", it.option());
                text(out, "title", it.title());
                text(out, "reason", it.reason());
            }
            case ValueSet it -> {
                type(out, "value-set");
                text(out, "name", it.name());
                text(out, "value", it.value());
            }
            case IncidentEvent.ApprovalAsked it -> {
                type(out, "approval-asked");
                text(out, "step", it.step());
                text(out, "title", it.title());
                text(out, "script", it.script());
                text(out, "target", it.target());
                text(out, "script-hash", it.hash());
                text(out, "of", it.who());
            }
            case IncidentEvent.Approved it -> {
                type(out, "approved");
                text(out, "step", it.step());
                text(out, "title", it.title());
                text(out, "target", it.target());
                text(out, "script-hash", it.hash());
            }
            case IncidentEvent.VariableSet it -> {
                type(out, "variable-set");
                text(out, "runbook", it.runbook());
                text(out, "target", it.target());
                text(out, "name", it.name());
                text(out, "value", it.value());
            }
            case IncidentEvent.VariablesReset it -> {
                type(out, "variables-reset");
                text(out, "runbook", it.runbook());
                text(out, "target", it.target());
            }
            case ValueKept it -> {
                type(out, "value-kept");
                text(out, "name", it.name());
                text(out, "written", it.written());
            }
            case StepPrepared it -> {
                type(out, "step-prepared");
                text(out, "step", it.step());
                text(out, "title", it.title());
                text(out, "script", it.script());
            }
            case StepMoved it -> {
                type(out, "step-moved");
                text(out, "from", it.from());
                text(out, "to", it.to());
                text(out, "title", it.title());
            }
            case StepNoted it -> {
                type(out, "step-noted");
                text(out, "step", it.step());
                text(out, "title", it.title());
                text(out, "text", it.text());
            }
            case ExpectationChecked it -> {
                type(out, "expectation-checked");
                text(out, "expectation", it.expectation());
                text(out, "words", it.words());
                out.writeBooleanProperty("holds", it.holds());
                out.writeBooleanProperty("machine", it.machine());
                text(out, "evidence", it.evidence());
            }
            case RunbookChanged it -> {
                type(out, "runbook-changed");
                text(out, "runbook", it.runbook());
                text(out, "title", it.title());
                text(out, "file", it.file());
                out.writeNumberProperty("added", it.added());
                out.writeNumberProperty("gone", it.gone());
                some(out, "now", it.hash());
            }
            case HealthChanged it -> {
                type(out, "health-changed");
                text(out, "probe", it.probe());
                text(out, "from", it.from());
                text(out, "to", it.to());
                text(out, "detail", it.detail());
            }
            case PatternSeen it -> {
                type(out, "pattern-seen");
                text(out, "source", it.source());
                text(out, "level", it.level());
                text(out, "id", it.id());
                text(out, "text", it.text());
            }
            case ClockChanged it -> {
                type(out, "clock-changed");
                text(out, "clock-of", it.host());
                text(out, "by", it.by().toString());
                text(out, "started", it.started().toString());
            }
            case NoteAdded it -> {
                type(out, "note-added");
                text(out, "text", it.text());
            }
            case StatusUpdated it -> {
                type(out, "status-updated");
                text(out, "text", it.text());
            }
            case Resolved it -> {
                type(out, "resolved");
                text(out, "rootCause", it.rootCause());
                text(out, "resolution", it.resolution());
            }
            case ChecklistClosed() -> type(out, "checklist-closed");
            case PostMortemWritten it -> {
                type(out, "post-mortem-written");
                text(out, "file", it.file());
            }
            case CommandEvent it -> CommandCodec.write(it, out);
        }
    }

    /** The event of a stored type; takes its fields out of {@code in}. */
    static IncidentEvent read(String type, EventFields in) throws LineDamage {
        return switch (type) {
            case "declared" ->
                    new Declared(
                            in.severity(),
                            in.text("title"),
                            in.text("service"),
                            in.text("workspace"));
            case "checklist-started" ->
                    new ChecklistStarted(in.text("title"), in.text("workspace"));
            case "acknowledged" -> new Acknowledged();
            case "runbook-opened" ->
                    new RunbookOpened(in.text("runbook"), in.text("title"), in.text("file"));
            case "step-started" ->
                    new StepStarted(
                            in.text("run"),
                            in.text("step"),
                            in.text("title"),
                            in.text("script"),
                            in.text("target"),
                            where(in),
                            in.some("batch"));
            case "step-finished" ->
                    new StepFinished(
                            in.text("run"),
                            in.outcome(),
                            in.maybe("exit"),
                            in.maybe("line"),
                            in.took(),
                            in.count("bytes"),
                            in.text("detail"));
            case "step-done" -> new StepDone(in.text("step"), in.text("title"));
            case "step-skipped" ->
                    new StepSkipped(in.text("step"), in.text("title"), in.text("reason"));
            case "option-chosen" ->
                    new OptionChosen(
                            in.text("choice"),
                            in.text("option"),
                            in.text("title"),
                            in.text("reason"));
            case "value-set" -> new ValueSet(in.text("name"), in.text("value"));
            case "approval-asked" ->
                    new IncidentEvent.ApprovalAsked(
                            in.text("step"),
                            in.text("title"),
                            in.text("script"),
                            in.text("target"),
                            in.text("script-hash"),
                            in.text("of"));
            case "approved" ->
                    new IncidentEvent.Approved(
                            in.text("step"),
                            in.text("title"),
                            in.text("target"),
                            in.text("script-hash"));
            case "variable-set" ->
                    new IncidentEvent.VariableSet(
                            in.text("runbook"),
                            in.text("target"),
                            in.text("name"),
                            in.text("value"));
            case "variables-reset" ->
                    new IncidentEvent.VariablesReset(in.text("runbook"), in.text("target"));
            case "value-kept" -> new ValueKept(in.text("name"), in.text("written"));
            case "step-prepared" ->
                    new StepPrepared(in.text("step"), in.text("title"), in.text("script"));
            case "step-moved" -> new StepMoved(in.text("from"), in.text("to"), in.text("title"));
            case "step-noted" -> new StepNoted(in.text("step"), in.text("title"), in.text("text"));
            case "expectation-checked" ->
                    new ExpectationChecked(
                            in.text("expectation"),
                            in.text("words"),
                            in.flag("holds"),
                            in.flag("machine"),
                            in.text("evidence"));
            case "runbook-changed" ->
                    new RunbookChanged(
                            in.text("runbook"),
                            in.text("title"),
                            in.text("file"),
                            in.count("added"),
                            in.count("gone"),
                            in.some("now"));
            case "health-changed" ->
                    new HealthChanged(
                            in.text("probe"), in.text("from"), in.text("to"), in.text("detail"));
            case "pattern-seen" ->
                    new PatternSeen(
                            in.text("source"), in.text("level"), in.text("id"), in.text("text"));
            case "clock-changed" ->
                    new ClockChanged(in.text("clock-of"), in.duration("by"), in.instant("started"));
            case "note-added" -> new NoteAdded(in.text("text"));
            case "status-updated" -> new StatusUpdated(in.text("text"));
            case "resolved" -> new Resolved(in.text("rootCause"), in.text("resolution"));
            case "checklist-closed" -> new ChecklistClosed();
            case "post-mortem-written" -> new PostMortemWritten(in.text("file"));
            default ->
                    CommandCodec.read(type, in)
                            .orElseThrow(
                                    () ->
                                            new LineDamage(
                                                    "event type \""
                                                            + type
                                                            + "\" is not known to this war room",
                                                    Damage.NEWER));
        };
    }

    /** Most runs are here. */
    private static Where where(EventFields in) {
        Where where =
                new Where(in.some("target-host"), in.some("target-user"), in.some("target-as"));
        return where.equals(Where.HERE) ? Where.HERE : where;
    }

    private static void type(JsonGenerator out, String stored) {
        out.writeStringProperty("type", stored);
    }

    /** Nothing where it is empty. */
    private static void some(JsonGenerator out, String name, String value) {
        if (!value.isEmpty()) {
            text(out, name, value);
        }
    }

    private static void text(JsonGenerator out, String name, String value) {
        out.writeStringProperty(name, StoredText.of(value));
    }
}
