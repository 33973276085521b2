package dev.warroom.incident;

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

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The events of command in words; {@link FactWords} makes them safe to draw. */
final class CommandWords {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private CommandWords() {}

    static String words(CommandEvent event) {
        return switch (event) {
            case RoleAssigned it ->
                    it.person().isEmpty()
                            ? "nobody is " + it.role() + " any more"
                            : it.person() + " is " + it.role();
            case SeverityChanged it ->
                    "severity " + it.from() + " becomes " + it.to() + why(it.reason());
            case Mitigated it -> "mitigated" + why(it.how());
            case Reopened it -> "reopened" + why(it.reason());
            case FollowUpAdded it ->
                    "follow-up " + it.number() + " for " + it.owner() + ": " + it.text();
            case FollowUpDone it -> "follow-up " + it.number() + " is done";
            case PostMortemScheduled it ->
                    "post-mortem scheduled for "
                            + MINUTE.format(it.when().atOffset(ZoneOffset.UTC));
            case DeadlineExtended it ->
                    it.clock() + " extended by " + DurationWords.of(it.by()) + why(it.reason());
            case ClockAnswered it -> it.clock() + " ran out: chose to " + it.choice();
            case Escalated it ->
                    "escalated to level "
                            + it.level()
                            + ", "
                            + it.name()
                            + " (answer within "
                            + DurationWords.of(it.within())
                            + ")"
                            + why(it.reason());
            case EscalationAnswered it -> "level " + it.level() + " has answered: " + it.by();
            case CriterionAnswered it -> it.rule() + (it.holds() ? ": yes" : ": no");
            case MessageSent it -> "message " + it.template() + " " + it.way();
            case HookAnswered it ->
                    "hook "
                            + it.hook()
                            + (it.accepted() ? " took " : " did not take ")
                            + it.what()
                            + why(it.answer());
            case Amended it -> "amends " + it.fact() + ": " + it.text();
            case KindNoted it -> it.kind() + ": " + it.text();
            case DriverChanged it ->
                    (it.person().isEmpty()
                                    ? it.from() + " does not drive any more"
                                    : it.person()
                                            + " drives"
                                            + (it.from().isEmpty()
                                                    ? ""
                                                    : " instead of " + it.from()))
                            + why(it.why());
            case DriverAsked it ->
                    "asks for the driver's seat (answer within "
                            + DurationWords.of(it.within())
                            + ")";
            case DriverKept it -> "keeps the driver's seat, for which " + it.person() + " asked";
        };
    }

    private static String why(String text) {
        return text.isBlank() ? "" : ": " + text.strip();
    }
}
