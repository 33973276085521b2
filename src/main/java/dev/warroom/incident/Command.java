package dev.warroom.incident;

import dev.warroom.incident.CommandEvent.Amended;
import dev.warroom.incident.CommandEvent.ClockAnswered;
import dev.warroom.incident.CommandEvent.CriterionAnswered;
import dev.warroom.incident.CommandEvent.DeadlineExtended;
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

import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How an incident is commanded: who does what, what was promised, who was called.
 *
 * @param roles person by role, in the order in which they were taken
 * @param mitigatedAt when the service first worked again; empty again after a reopening
 * @param extensions by clock id, the time it was given on top
 * @param answered by clock id, how its running out was last answered
 * @param escalations the last call of each level, by level
 * @param criteria what people answered, by the rule's text
 * @param seat who drives
 * @param amendments the newest text, by the number of the fact it tells better
 */
public record Command(
        PMap<String, String> roles,
        Optional<Instant> mitigatedAt,
        Optional<Instant> postMortemAt,
        PMap<String, Duration> extensions,
        PMap<String, Answer> answered,
        PMap<Integer, Escalation> escalations,
        PMap<String, Boolean> criteria,
        PVector<FollowUp> followUps,
        Seat seat,
        PMap<Long, String> amendments) {

    /** The id of the clock of status updates. */
    public static final String UPDATE = "update";

    /** Before anybody has taken anything. */
    public static final Command NONE =
            new Command(
                    OrderedPMap.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    TreePVector.empty(),
                    Seat.FREE,
                    HashTreePMap.empty());

    /**
     * One call of a level.
     *
     * @param within in which time it has to answer
     * @param answeredAt empty while nobody has
     */
    public record Escalation(
            int level,
            String name,
            String reason,
            Instant at,
            Duration within,
            Optional<Instant> answeredAt) {

        /** When an answer is due. */
        public Instant due() {
            return at.plus(within);
        }
    }

    /** What somebody chose when a clock had run out. */
    public record Answer(Instant at, String choice) {}

    /** Something to be done after the incident. */
    public record FollowUp(int number, String text, String owner, boolean done) {}

    /** The highest level that was called; 0 where none was. */
    public int level() {
        return escalations.keySet().stream().mapToInt(it -> it).max().orElse(0);
    }

    /** The roles of a person, in the order in which they were taken. */
    public java.util.List<String> rolesOf(String person) {
        return roles.entrySet().stream()
                .filter(it -> it.getValue().equals(person))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /** An extension of the clock of updates holds until the update, not for those that follow. */
    Command updated() {
        Draft draft = new Draft(this);
        draft.extensions = extensions.minus(UPDATE);
        return extensions.containsKey(UPDATE) ? draft.command() : this;
    }

    Command after(CommandEvent event, Instant at) {
        Draft draft = new Draft(this);
        switch (event) {
            case RoleAssigned it ->
                    draft.roles =
                            it.person().isEmpty()
                                    ? roles.minus(it.role())
                                    : roles.plus(it.role(), it.person());
            case Mitigated it -> draft.mitigatedAt = mitigatedAt.or(() -> Optional.of(at));
            case Reopened it -> draft.mitigatedAt = Optional.empty();
            case FollowUpAdded it ->
                    draft.followUps =
                            followUps.plus(new FollowUp(it.number(), it.text(), it.owner(), false));
            case FollowUpDone it -> draft.followUps = done(it.number());
            case PostMortemScheduled it -> draft.postMortemAt = Optional.of(it.when());
            case DeadlineExtended it -> {
                String clock = clock(it);
                Duration before = extensions.getOrDefault(clock, Duration.ZERO);
                draft.extensions = extensions.plus(clock, before.plus(it.by()));
                draft.answered = answered.plus(clock, new Answer(at, "extended"));
            }
            case ClockAnswered it ->
                    draft.answered = answered.plus(it.clock(), new Answer(at, it.choice()));
            case Escalated it ->
                    draft.escalations =
                            escalations.plus(
                                    it.level(),
                                    new Escalation(
                                            it.level(),
                                            it.name(),
                                            it.reason(),
                                            at,
                                            it.within(),
                                            Optional.empty()));
            case EscalationAnswered it -> draft.escalations = answered(it.level(), at);
            case CriterionAnswered it -> draft.criteria = criteria.plus(it.rule(), it.holds());
            case Amended it -> draft.amendments = amendments.plus(it.fact(), it.text());
            case CommandEvent.DriverChanged it -> draft.seat = seat.changed(it.person());
            case CommandEvent.DriverAsked it ->
                    draft.seat = seat.asked(it.person(), at, it.within());
            case CommandEvent.DriverKept it -> draft.seat = seat.kept();
            case SeverityChanged it -> {}
            case MessageSent it -> {}
            case HookAnswered it -> {}
            case KindNoted it -> {}
        }
        return draft.command();
    }

    /** Once an extension of the clock of updates named when that clock had begun. */
    private static String clock(DeadlineExtended event) {
        return event.clock().startsWith(UPDATE + " since ") ? UPDATE : event.clock();
    }

    private PVector<FollowUp> done(int number) {
        for (int i = 0; i < followUps.size(); i++) {
            FollowUp it = followUps.get(i);
            if (it.number() == number) {
                return followUps.with(i, new FollowUp(number, it.text(), it.owner(), true));
            }
        }
        return followUps;
    }

    /** The first answer of a call counts. */
    private PMap<Integer, Escalation> answered(int level, Instant at) {
        Escalation call = escalations.get(level);
        return call == null || call.answeredAt().isPresent()
                ? escalations
                : escalations.plus(
                        level,
                        new Escalation(
                                level,
                                call.name(),
                                call.reason(),
                                call.at(),
                                call.within(),
                                Optional.of(at)));
    }

    private static final class Draft {
        private PMap<String, String> roles;
        private Optional<Instant> mitigatedAt;
        private Optional<Instant> postMortemAt;
        private PMap<String, Duration> extensions;
        private PMap<String, Answer> answered;
        private PMap<Integer, Escalation> escalations;
        private PMap<String, Boolean> criteria;
        private PVector<FollowUp> followUps;
        private Seat seat;
        private PMap<Long, String> amendments;

        Draft(Command before) {
            roles = before.roles;
            mitigatedAt = before.mitigatedAt;
            postMortemAt = before.postMortemAt;
            extensions = before.extensions;
            answered = before.answered;
            escalations = before.escalations;
            criteria = before.criteria;
            followUps = before.followUps;
            seat = before.seat;
            amendments = before.amendments;
        }

        Command command() {
            return new Command(
                    roles,
                    mitigatedAt,
                    postMortemAt,
                    extensions,
                    answered,
                    escalations,
                    criteria,
                    followUps,
                    seat,
                    amendments);
        }
    }
}
