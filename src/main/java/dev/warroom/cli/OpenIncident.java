package dev.warroom.cli;

import dev.warroom.incident.Conflict;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.ClockChanged;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.journal.ClockWatch;
import dev.warroom.journal.Journal;
import dev.warroom.journal.JournalException;
import dev.warroom.journal.JournalSource;
import dev.warroom.journal.Presence;
import dev.warroom.journal.RoomJournal;
import dev.warroom.journal.WritableJournal;
import dev.warroom.room.Person;
import dev.warroom.room.Signal;
import dev.warroom.room.Together;
import dev.warroom.share.Claim;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The incident that is open in this room, as its journal has it: takes what is to be written there,
 * and tells what others have written, and who is there. Everything is done on the thread of its
 * {@link Recorder}.
 *
 * <p>What a person does and what cannot be written has not happened, and is said. That a run has
 * ended is true all the same: it is written as soon as the journal takes it.
 */
final class OpenIncident {

    private final Opening opening;
    private final Person person;
    private final Consumer<Signal> answers;
    private final Claims claims;
    private final JournalSource source;
    private Optional<Meeting> meeting = Optional.empty();
    private Optional<Presence> presence = Optional.empty();
    private Optional<ClockWatch> watch = Optional.empty();
    private List<String> others = List.of();
    private Incident incident;

    /** The ends of runs that could not be written; no more than there are runs at a time. */
    private final List<StepFinished> owed = new ArrayList<>();

    /**
     * @param claims the starts of its steps that are on their way
     */
    OpenIncident(
            Opening opening,
            Person person,
            Consumer<Signal> answers,
            Claims claims,
            JournalSource source) {
        this.opening = opening;
        this.person = person;
        this.answers = answers;
        this.claims = claims;
        this.source = source;
        incident = source.incident();
    }

    /** Tells who is there, and is there too from now on, unless the room only observes. */
    void enter() {
        others = Presence.others(opening.state(), source.id());
        // Before the incident: whether others are there decides how its runs are looked for.
        answers.accept(new Signal.PresenceSeen(others));
        answers.accept(
                new Signal.SharedAs(
                        source instanceof RoomJournal
                                ? Together.as(opening.mark())
                                : Together.NONE));
        if (opening.observing()) {
            return;
        }
        try {
            presence = Optional.of(Presence.enter(opening.state(), source.id(), person.name()));
        } catch (IOException e) {
            // Others do not see that this room is there; everything else works.
            presence = Optional.empty();
        }
        watch =
                Optional.of(
                        ClockWatch.begin(
                                opening.state(),
                                source.id(),
                                person.host(),
                                opening.machine(),
                                incident.facts(),
                                now()));
    }

    /** Rooms on other machines share it. */
    void meet(Meeting begun) {
        meeting = Optional.of(begun);
    }

    /** Where it is shared with rooms on other machines. */
    Optional<Meeting> meeting() {
        return meeting;
    }

    /** As it is known here. */
    Incident incident() {
        return incident;
    }

    void write(IncidentEvent event) {
        try {
            tryToWrite(event);
        } catch (RuntimeException | Error e) {
            // A fault of the program: whoever asked is told, and what was not kept stands in the
            // report of the fault.
            answers.accept(
                    new Signal.RecordFailed(
                            event, "the war room failed by a fault of its own: " + e));
            throw new IllegalStateException("perhaps not recorded: " + event, e);
        }
    }

    private void tryToWrite(IncidentEvent event) {
        if (!(source instanceof WritableJournal journal)) {
            answers.accept(new Signal.RecordFailed(event, "no incident is open"));
            return;
        }
        if (event instanceof StepStarted started
                && journal instanceof RoomJournal
                && meeting.isPresent()) {
            claims.bring(started, meeting.get()::claim);
            return;
        }
        append(journal, event);
    }

    private void append(WritableJournal journal, IncidentEvent event) {
        try {
            noticeClock(journal);
            Optional<Fact> fact = written(journal, event);
            if (fact.isPresent()) {
                owed.remove(event);
                kept(fact.get());
            } else {
                owed.remove(event);
                String why = Conflict.of(incident, event).map(Conflict::words).orElse("");
                answers.accept(new Signal.Refused(event, why));
            }
        } catch (JournalException e) {
            if (!(event instanceof StepFinished end)) {
                answers.accept(new Signal.RecordFailed(event, e.getMessage()));
            } else if (!owed.contains(end)) {
                owed.add(end);
                answers.accept(new Signal.RecordFailed(event, e.getMessage()));
            }
        }
    }

    private void kept(Fact fact) {
        incident = incident.apply(fact);
        answers.accept(new Signal.Recorded(fact));
        meeting.ifPresent(Meeting::recorded);
    }

    /**
     * That the clock was set is recorded before the next fact that it gives a time. Of several
     * rooms on this machine, the first records it.
     *
     * @throws JournalException if it cannot be written; it is tried again with the next look
     */
    void noticeClock() {
        if (source instanceof WritableJournal journal) {
            noticeClock(journal);
        }
    }

    private void noticeClock(WritableJournal journal) {
        if (watch.isEmpty() || !incident.open()) {
            return;
        }
        Optional<ClockChanged> change = watch.get().change();
        if (change.isPresent()) {
            written(journal, change.get()).ifPresent(this::kept);
            watch.get().told();
        }
    }

    /** Behind all that is known; settled where it came through, or somebody else's came first. */
    Claim.Turn turn(StepStarted started) {
        if (!(source instanceof RoomJournal journal)) {
            return new Claim.Turn.Settled();
        }
        noticeClock(journal);
        learn();
        if (!claims.pending(started)) {
            return new Claim.Turn.Settled();
        }
        Optional<Conflict> conflict = Conflict.of(incident, started);
        if (conflict.isPresent()) {
            claims.settled(started);
            answers.accept(new Signal.Refused(started, conflict.get().words()));
            return new Claim.Turn.Settled();
        }
        return journal.claim(now(), person.name(), person.host(), started)
                .<Claim.Turn>map(Claim.Turn.Share::new)
                .orElseGet(Claim.Turn.Later::new);
    }

    /** Starts a step although nobody could be asked whether it runs elsewhere. */
    void startUnclaimed(StepStarted started) {
        learn();
        if (incident.runs().containsKey(started.run())) {
            answers.accept(new Signal.Confirmed(started));
        } else if (source instanceof WritableJournal journal) {
            append(journal, started);
        }
    }

    /**
     * How a run has ended is kept at its target too, and is found there again: the next step need
     * not wait until the disk has it. {@link #settle} sees to that soon.
     */
    private Optional<Fact> written(WritableJournal journal, IncidentEvent event) {
        BooleanSupplier still = () -> makesSense(event);
        return event instanceof StepFinished && journal instanceof Journal own
                ? own.appendUnforced(now(), person.name(), person.host(), event, still)
                : journal.append(now(), person.name(), person.host(), event, still);
    }

    /** While nobody else can write: behind all that others have written. */
    private boolean makesSense(IncidentEvent event) {
        learn();
        return Conflict.of(incident, event).isEmpty();
    }

    /**
     * What others have written becomes known here.
     *
     * @throws JournalException if it cannot be read
     */
    void learn() {
        List<Fact> news = source.news();
        Optional<List<Fact>> rearranged = source.rearranged();
        if (rearranged.isPresent()) {
            incident = Incident.replay(incident.id(), rearranged.get());
            answers.accept(new Signal.Rearranged(incident, news));
            for (Fact fact : news) {
                if (fact.event() instanceof StepStarted it && claims.settled(it)) {
                    answers.accept(new Signal.Confirmed(it));
                }
            }
            return;
        }
        for (Fact fact : news) {
            incident = incident.apply(fact);
            boolean claimed = fact.event() instanceof StepStarted it && claims.settled(it);
            answers.accept(claimed ? new Signal.Recorded(fact) : new Signal.Learned(fact));
        }
    }

    /**
     * All that was written is on the disk.
     *
     * @throws JournalException where that is not sure
     */
    void settle() {
        if (source instanceof Journal journal) {
            journal.settle();
        }
    }

    /** Writes the ends of runs that could not be written; those that cannot be now are owed on. */
    void writeOwed() {
        for (StepFinished end : List.copyOf(owed)) {
            write(end);
        }
    }

    /** Tells who is there, where that is not as it was. */
    void seeOthers() {
        List<String> seen = Presence.others(opening.state(), incident.id());
        if (!seen.equals(others)) {
            others = seen;
            answers.accept(new Signal.PresenceSeen(seen));
        }
    }

    void leave() {
        meeting.ifPresent(Meeting::close);
        claims.clear();
        source.close();
        presence.ifPresent(Presence::close);
    }

    private Instant now() {
        return opening.clock().instant();
    }
}
