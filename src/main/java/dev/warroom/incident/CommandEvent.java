package dev.warroom.incident;

import java.time.Duration;
import java.time.Instant;

/** What is decided, promised and told while an incident is commanded. */
public sealed interface CommandEvent extends IncidentEvent.OfCommand {

    /**
     * Somebody takes a role.
     *
     * @param person empty where the role is given up
     */
    record RoleAssigned(String role, String person) implements CommandEvent {}

    /** The incident is worse, or less bad, than was thought. */
    record SeverityChanged(Severity from, Severity to, String reason) implements CommandEvent {}

    /** The service works for its users again, though the cause may still be there. */
    record Mitigated(String how) implements CommandEvent {}

    /** It was not over. */
    record Reopened(String reason) implements CommandEvent {}

    /**
     * Something is to be done later.
     *
     * @param number counted from 1 in the incident
     * @param owner who does it
     */
    record FollowUpAdded(int number, String text, String owner) implements CommandEvent {}

    /** A follow-up is done. */
    record FollowUpDone(int number) implements CommandEvent {}

    /** The team meets over the incident. */
    record PostMortemScheduled(Instant when) implements CommandEvent {}

    /**
     * A clock is given more time.
     *
     * @param clock its id, such as {@code acknowledge}
     * @param by greater than zero
     */
    record DeadlineExtended(String clock, Duration by, String reason) implements CommandEvent {}

    /** What the person chose when a clock had run out. */
    record ClockAnswered(String clock, String choice) implements CommandEvent {}

    /**
     * The next level was called.
     *
     * @param level 1 is whoever is on call
     * @param within in which time that level has to answer
     */
    record Escalated(int level, String name, String reason, Duration within)
            implements CommandEvent {}

    /** Somebody of that level has answered. */
    record EscalationAnswered(int level, String by) implements CommandEvent {}

    /** Whether something holds that only a person can know, as an escalation rule asks. */
    record CriterionAnswered(String rule, boolean holds) implements CommandEvent {}

    /**
     * A message was given out of the room.
     *
     * @param template its name, such as {@code status-update}
     * @param way what was done with it, said no better than it is: {@code sent to the terminal's
     *     clipboard}
     */
    record MessageSent(String template, String text, String way) implements CommandEvent {}

    /**
     * A hook has answered, or failed to.
     *
     * @param what it was given: a template's name, or an event
     * @param answer its exit code or status, and the beginning of what it said
     */
    record HookAnswered(String hook, String what, boolean accepted, String answer)
            implements CommandEvent {}

    /**
     * A fact is told better; the fact itself stays as it is.
     *
     * @param fact its number
     */
    record Amended(long fact, String text) implements CommandEvent {}

    /**
     * Somebody starts the steps from now on, and the others watch.
     *
     * @param person empty where nobody does any more, and everybody may
     * @param from who did before; empty where nobody did
     * @param why such as that nobody answered; may be empty
     */
    record DriverChanged(String person, String from, String why) implements CommandEvent {}

    /**
     * Somebody asks whoever drives for the driver's seat.
     *
     * @param within the time after which it is theirs, where nobody answers
     */
    record DriverAsked(String person, Duration within) implements CommandEvent {}

    /**
     * Whoever drives keeps the seat.
     *
     * @param person who had asked for it
     */
    record DriverKept(String person) implements CommandEvent {}

    /**
     * Something of a kind that reports count.
     *
     * @param kind {@code deployment} or {@code security}
     */
    record KindNoted(String kind, String text) implements CommandEvent {}
}
