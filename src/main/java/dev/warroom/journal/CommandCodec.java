package dev.warroom.journal;

import dev.warroom.incident.CommandEvent;
import dev.warroom.incident.CommandEvent.Amended;
import dev.warroom.incident.CommandEvent.ClockAnswered;
import dev.warroom.incident.CommandEvent.CriterionAnswered;
import dev.warroom.incident.CommandEvent.DeadlineExtended;
import dev.warroom.incident.CommandEvent.DriverAsked;
import dev.warroom.incident.CommandEvent.DriverChanged;
import dev.warroom.incident.CommandEvent.DriverKept;
import dev.warroom.incident.CommandEvent.Escalated;
import dev.warroom.incident.CommandEvent.EscalationAnswered;
import dev.warroom.incident.CommandEvent.FollowUpAdded;
import dev.warroom.incident.CommandEvent.FollowUpDone;
import dev.warroom.incident.CommandEvent.HookAnswered;
import dev.warroom.incident.CommandEvent.KindNoted;
import dev.warroom.incident.CommandEvent.MessageSent;
import dev.warroom.incident.CommandEvent.Mitigated;
import dev.warroom.incident.CommandEvent.PostMortemScheduled;
import dev.warroom.incident.CommandEvent.Reopened;
import dev.warroom.incident.CommandEvent.RoleAssigned;
import dev.warroom.incident.CommandEvent.SeverityChanged;

import tools.jackson.core.JsonGenerator;

import java.util.Optional;

/** The events of command to fields and back; their names never change either. */
final class CommandCodec {

    private CommandCodec() {}

    static void write(CommandEvent event, JsonGenerator out) {
        switch (event) {
            case RoleAssigned it -> {
                type(out, "role-assigned");
                text(out, "role", it.role());
                text(out, "person", it.person());
            }
            case SeverityChanged it -> {
                type(out, "severity-changed");
                text(out, "from", it.from().name());
                text(out, "severity", it.to().name());
                text(out, "reason", it.reason());
            }
            case Mitigated it -> {
                type(out, "mitigated");
                text(out, "text", it.how());
            }
            case Reopened it -> {
                type(out, "reopened");
                text(out, "reason", it.reason());
            }
            case FollowUpAdded it -> {
                type(out, "follow-up-added");
                out.writeNumberProperty("number", it.number());
                text(out, "text", it.text());
                text(out, "owner", it.owner());
            }
            case FollowUpDone it -> {
                type(out, "follow-up-done");
                out.writeNumberProperty("number", it.number());
            }
            case PostMortemScheduled it -> {
                type(out, "post-mortem-scheduled");
                text(out, "when", it.when().toString());
            }
            case DeadlineExtended it -> {
                type(out, "deadline-extended");
                text(out, "clock", it.clock());
                text(out, "by", it.by().toString());
                text(out, "reason", it.reason());
            }
            case ClockAnswered it -> {
                type(out, "clock-answered");
                text(out, "clock", it.clock());
                text(out, "choice", it.choice());
            }
            case Escalated it -> {
                type(out, "escalated");
                out.writeNumberProperty("level", it.level());
                text(out, "name", it.name());
                text(out, "reason", it.reason());
                text(out, "within", it.within().toString());
            }
            case EscalationAnswered it -> {
                type(out, "escalation-answered");
                out.writeNumberProperty("level", it.level());
                text(out, "by", it.by());
            }
            case CriterionAnswered it -> {
                type(out, "criterion-answered");
                text(out, "rule", it.rule());
                out.writeBooleanProperty("holds", it.holds());
            }
            case MessageSent it -> {
                type(out, "message-sent");
                text(out, "template", it.template());
                text(out, "text", it.text());
                text(out, "way", it.way());
            }
            case HookAnswered it -> {
                type(out, "hook-answered");
                text(out, "hook", it.hook());
                text(out, "what", it.what());
                out.writeBooleanProperty("accepted", it.accepted());
                text(out, "answer", it.answer());
            }
            case Amended it -> {
                type(out, "amended");
                out.writeNumberProperty("fact", it.fact());
                text(out, "text", it.text());
            }
            case KindNoted it -> {
                type(out, "kind-noted");
                text(out, "kind", it.kind());
                text(out, "text", it.text());
            }
            case DriverChanged it -> {
                type(out, "driver-changed");
                text(out, "person", it.person());
                text(out, "from", it.from());
                text(out, "why", it.why());
            }
            case DriverAsked it -> {
                type(out, "driver-asked");
                text(out, "person", it.person());
                out.writeStringProperty("within", it.within().toString());
            }
            case DriverKept it -> {
                type(out, "driver-kept");
                text(out, "person", it.person());
            }
        }
    }

    /** Empty where the type is none of these. */
    static Optional<CommandEvent> read(String type, EventFields in) throws LineDamage {
        return Optional.ofNullable(
                switch (type) {
                    case "role-assigned" -> new RoleAssigned(in.text("role"), in.text("person"));
                    case "severity-changed" ->
                            new SeverityChanged(
                                    in.severity("from"),
                                    in.severity("severity"),
                                    in.text("reason"));
                    case "mitigated" -> new Mitigated(in.text("text"));
                    case "reopened" -> new Reopened(in.text("reason"));
                    case "follow-up-added" ->
                            new FollowUpAdded(
                                    in.number("number"), in.text("text"), in.text("owner"));
                    case "follow-up-done" -> new FollowUpDone(in.number("number"));
                    case "post-mortem-scheduled" -> new PostMortemScheduled(in.instant("when"));
                    case "deadline-extended" ->
                            new DeadlineExtended(
                                    in.text("clock"), in.duration("by"), in.text("reason"));
                    case "clock-answered" -> new ClockAnswered(in.text("clock"), in.text("choice"));
                    case "escalated" ->
                            new Escalated(
                                    in.number("level"),
                                    in.text("name"),
                                    in.text("reason"),
                                    in.duration("within"));
                    case "escalation-answered" ->
                            new EscalationAnswered(in.number("level"), in.text("by"));
                    case "criterion-answered" ->
                            new CriterionAnswered(in.text("rule"), in.flag("holds"));
                    case "message-sent" ->
                            new MessageSent(in.text("template"), in.text("text"), in.text("way"));
                    case "hook-answered" ->
                            new HookAnswered(
                                    in.text("hook"),
                                    in.text("what"),
                                    in.flag("accepted"),
                                    in.text("answer"));
                    case "amended" -> new Amended(in.count("fact"), in.text("text"));
                    case "kind-noted" -> new KindNoted(in.text("kind"), in.text("text"));
                    case "driver-changed" ->
                            new DriverChanged(in.text("person"), in.text("from"), in.text("why"));
                    case "driver-asked" ->
                            new DriverAsked(in.text("person"), in.duration("within"));
                    case "driver-kept" -> new DriverKept(in.text("person"));
                    default -> null;
                });
    }

    private static void type(JsonGenerator out, String stored) {
        out.writeStringProperty("type", stored);
    }

    private static void text(JsonGenerator out, String name, String value) {
        out.writeStringProperty(name, StoredText.of(value));
    }
}
