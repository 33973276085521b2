package dev.warroom.room;

import dev.warroom.incident.CommandEvent;
import dev.warroom.incident.CommandEvent.Amended;
import dev.warroom.incident.CommandEvent.ClockAnswered;
import dev.warroom.incident.CommandEvent.DeadlineExtended;
import dev.warroom.incident.CommandEvent.FollowUpAdded;
import dev.warroom.incident.CommandEvent.FollowUpDone;
import dev.warroom.incident.CommandEvent.KindNoted;
import dev.warroom.incident.CommandEvent.Mitigated;
import dev.warroom.incident.CommandEvent.PostMortemScheduled;
import dev.warroom.incident.CommandEvent.Reopened;
import dev.warroom.incident.CommandEvent.RoleAssigned;
import dev.warroom.incident.CommandEvent.SeverityChanged;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.Severity;

import java.util.List;
import java.util.Optional;

/** What a person is told when a fact of command is on disk. */
final class CommandNotice {

    private CommandNotice() {}

    static Notice of(Room room, CommandEvent event) {
        return switch (event) {
            case CommandEvent.Escalated it ->
                    Notice.good(
                            "Level "
                                    + it.level()
                                    + " is called; an answer is due in "
                                    + DurationWords.of(it.within())
                                    + ". :answered notes it."
                                    + contacts(room, it.level()));
            case Reopened it -> Notice.good(room.incident().id() + " is open again.");
            case Mitigated it -> Notice.good("Mitigated. :resolve ends the incident.");
            case CommandEvent.HookAnswered it ->
                    it.accepted()
                            ? Notice.good(it.hook() + " has taken the " + it.what() + ".")
                            : Notice.bad(it.hook() + " failed: " + it.answer());
            case CommandEvent.MessageSent it ->
                    Notice.good(
                            "The "
                                    + it.template()
                                    + (it.way().startsWith(Drafting.ON_ITS_WAY) ? " is " : " was ")
                                    + it.way()
                                    + ".");
            case RoleAssigned it -> Notice.good("Noted.");
            case SeverityChanged it ->
                    Notice.good("It is " + it.to() + " now." + runbook(room, it.to()));
            case FollowUpAdded it -> Notice.good("Follow-up " + it.number() + " noted.");
            case FollowUpDone it -> Notice.good("Noted.");
            case PostMortemScheduled it -> Notice.good("The post-mortem is scheduled.");
            case DeadlineExtended it ->
                    Notice.good("Extended by " + DurationWords.of(it.by()) + ".");
            case ClockAnswered it -> room.notice();
            case CommandEvent.EscalationAnswered it -> Notice.good("Noted.");
            case CommandEvent.CriterionAnswered it -> Notice.good("Noted.");
            case Amended it -> Notice.good("Noted; what was there before stays in the journal.");
            case KindNoted it -> Notice.good("Noted.");
            case CommandEvent.DriverChanged it ->
                    Notice.good(
                            it.person().isEmpty()
                                    ? "Nobody drives now: everybody may start steps."
                                    : it.person().equals(room.person().name())
                                            ? "You drive: the others watch. :drive - leaves the"
                                                    + " seat."
                                            : it.person() + " drives now.");
            case CommandEvent.DriverAsked it ->
                    Notice.plain(
                            "Asked "
                                    + room.incident().command().seat().driver()
                                    + " for the driver's seat: without an answer it is yours in "
                                    + DurationWords.of(it.within())
                                    + ".");
            case CommandEvent.DriverKept it -> Notice.good("You keep the driver's seat.");
        };
    }

    /** The runbook of a severity, where that is not the one that is walked. */
    private static String runbook(Room room, Severity severity) {
        return room.library()
                .forSeverity(severity)
                .filter(it -> !room.incident().runbook().equals(Optional.of(it.id())))
                .map(it -> " Its runbook is \"" + it.title() + "\": r finds it.")
                .orElse("");
    }

    private static String contacts(Room room, int level) {
        List<String> contacts =
                room.policy()
                        .rules()
                        .escalation()
                        .level(level)
                        .map(it -> it.contacts())
                        .orElse(List.of());
        return contacts.isEmpty() ? "" : " Call " + String.join(", ", contacts) + ".";
    }
}
