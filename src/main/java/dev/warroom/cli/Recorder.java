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
import dev.warroom.room.Effect;
import dev.warroom.room.Notice;
import dev.warroom.room.Person;
import dev.warroom.room.Signal;
import dev.warroom.room.Together;
import dev.warroom.share.Claim;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The room's hand on the journal: one write after the other, each answered when it is on disk, or
 * where it can be found out again will be in a tenth of a second. In between it looks for what
 * other rooms of the same incident have written, and for who is there.
 *
 * <p>What a person does and what cannot be written has not happened, and is said. That a run has
 * ended is true all the same: it is written as soon as the journal takes it.
 */
final class Recorder implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 100;
    private static final int LOOKS_A_PRESENCE = 10;
    private static final String OBSERVES =
            "this room only observes; open the incident without --observe to take part";

    private final Path state;
    private final Opening opening;
    private final Optional<Sharer> sharer;
    private final Person person;
    private final InstantSource clock;
    private final Consumer<Signal> answers;
    private final boolean observing;
    private final Claims claims;
    private Optional<Meeting> meeting = Optional.empty();
    private final ScheduledExecutorService order = new JournalThread();
    private Optional<JournalSource> source = Optional.empty();
    private Optional<Presence> presence = Optional.empty();
    private Optional<ClockWatch> watch = Optional.empty();
    private List<String> others = List.of();
    private Incident incident = Incident.empty("");
    private String trouble = "";
    private int looks;
    private boolean looking;

    /** The ends of runs that could not be written; no more than there are runs at a time. */
    private final List<StepFinished> owed = new ArrayList<>();

    Recorder(Path state, Person person, InstantSource clock, Consumer<Signal> answers) {
        this(Opening.here(state, false, clock), person, answers, Optional.empty());
    }

    /**
     * @param sharer of the incidents that are shared with rooms on other machines
     */
    Recorder(Opening opening, Person person, Consumer<Signal> answers, Optional<Sharer> sharer) {
        this.state = opening.state();
        this.opening = opening;
        this.sharer = sharer;
        this.person = person;
        this.clock = opening.clock();
        this.answers = answers;
        this.observing = opening.observing();
        claims = new Claims(order, this::turn, answers);
    }

    /** Begins to share an incident with rooms on other machines. */
    @FunctionalInterface
    interface Sharer {

        /**
         * @param answers told how it goes
         * @param look asks for a look at the journal; does not wait
         */
        Meeting share(RoomJournal journal, Consumer<Signal> answers, Runnable look);
    }

    /** Without a journal there is nothing to look for, and the thread sleeps. */
    private void keepLooking() {
        if (!looking) {
            looking = true;
            unlessLeft(
                    () ->
                            order.scheduleWithFixedDelay(
                                    this::look,
                                    LOOK_EVERY_MILLIS,
                                    LOOK_EVERY_MILLIS,
                                    TimeUnit.MILLISECONDS));
        }
    }

    void create(List<IncidentEvent> events) {
        order.execute(
                () -> {
                    if (observing) {
                        answers.accept(new Signal.OpenFailed("Nothing is begun: " + OBSERVES));
                        return;
                    }
                    try {
                        boolean declared = events.getFirst() instanceof IncidentEvent.Declared;
                        adoptNow(opening.create(declared ? "INC" : "RUN"));
                        answers.accept(new Signal.JournalOpened(incident));
                        events.forEach(this::write);
                    } catch (JournalException e) {
                        answers.accept(new Signal.OpenFailed(e.getMessage()));
                    }
                });
    }

    void open(String id) {
        order.execute(
                () -> {
                    try {
                        adoptNow(opening.open(id));
                        answers.accept(new Signal.JournalOpened(incident));
                        source.orElseThrow().tornTail().ifPresent(this::reportTorn);
                    } catch (JournalException e) {
                        answers.accept(new Signal.OpenFailed(e.getMessage()));
                    }
                });
    }

    /** A journal that is open already; when this returns, its incident is told. */
    void adopt(JournalSource opened) {
        CountDownLatch told = new CountDownLatch(1);
        order.execute(
                () -> {
                    try {
                        adoptNow(opened);
                        answers.accept(new Signal.JournalOpened(incident));
                        opened.tornTail().ifPresent(this::reportTorn);
                    } finally {
                        told.countDown();
                    }
                });
        try {
            told.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void adoptNow(JournalSource opened) {
        leave();
        source = Optional.of(opened);
        keepLooking();
        owed.clear();
        incident = opened.incident();
        looks = 0;
        others = Presence.others(state, opened.id());
        // Before the incident: whether others are there decides how its runs are looked for.
        answers.accept(new Signal.PresenceSeen(others));
        answers.accept(
                new Signal.SharedAs(
                        opened instanceof RoomJournal
                                ? Together.as(opening.mark())
                                : Together.NONE));
        if (!observing) {
            try {
                presence = Optional.of(Presence.enter(state, opened.id(), person.name()));
            } catch (IOException e) {
                // Others do not see that this room is there; everything else works.
                presence = Optional.empty();
            }
            watch =
                    Optional.of(
                            ClockWatch.begin(
                                    state,
                                    opened.id(),
                                    person.host(),
                                    opening.machine(),
                                    incident.facts(),
                                    clock.instant()));
        }
        if (opened instanceof RoomJournal journal) {
            meeting = sharer.map(it -> it.share(journal, this::tell, this::lookSoon));
        }
    }

    private void lookSoon() {
        inOrder(this::look);
    }

    /** What sharing has to tell comes behind the facts that are in the journal by then. */
    private void tell(Signal signal) {
        inOrder(() -> answers.accept(signal));
    }

    private void inOrder(Runnable what) {
        unlessLeft(() -> order.execute(what));
    }

    private static void unlessLeft(Runnable asking) {
        try {
            asking.run();
        } catch (RejectedExecutionException e) {
            // The room is being left.
            return;
        }
    }

    private void leave() {
        meeting.ifPresent(Meeting::close);
        meeting = Optional.empty();
        claims.clear();
        source.ifPresent(JournalSource::close);
        presence.ifPresent(Presence::close);
        source = Optional.empty();
        presence = Optional.empty();
        watch = Optional.empty();
    }

    private void reportTorn(Path torn) {
        answers.accept(
                new Signal.Said(
                        Notice.bad(
                                "The journal's last line was cut off by a crash; what was left of"
                                        + " it is in "
                                        + torn)));
    }

    /** Does something that does not take long behind what is asked for already, written or not. */
    void then(Runnable next) {
        order.execute(next);
    }

    void record(IncidentEvent event) {
        order.execute(() -> write(event));
    }

    private void write(IncidentEvent event) {
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
        if (observing) {
            // What nobody does, a room that takes part writes down.
            boolean untold =
                    event instanceof IncidentEvent.HealthChanged
                            || event instanceof IncidentEvent.PatternSeen
                            || event instanceof IncidentEvent.RunbookChanged
                            || event instanceof IncidentEvent.StepMoved
                            || event instanceof StepFinished;
            answers.accept(new Signal.Refused(event, untold ? "" : "Not recorded: " + OBSERVES));
            return;
        }
        if (!(source.orElse(null) instanceof WritableJournal journal)) {
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
    private Claim.Turn turn(StepStarted started) {
        if (!(source.orElse(null) instanceof RoomJournal journal)) {
            return new Claim.Turn.Settled();
        }
        noticeClock(journal);
        learn(journal);
        if (!claims.pending(started)) {
            return new Claim.Turn.Settled();
        }
        Optional<Conflict> conflict = Conflict.of(incident, started);
        if (conflict.isPresent()) {
            claims.settled(started);
            answers.accept(new Signal.Refused(started, conflict.get().words()));
            return new Claim.Turn.Settled();
        }
        return journal.claim(clock.instant(), person.name(), person.host(), started)
                .<Claim.Turn>map(Claim.Turn.Share::new)
                .orElseGet(Claim.Turn.Later::new);
    }

    /** Starts a step although nobody could be asked whether it runs elsewhere. */
    void startUnclaimed(StepStarted started) {
        order.execute(
                () -> {
                    source.ifPresent(this::learn);
                    if (incident.runs().containsKey(started.run())) {
                        answers.accept(new Signal.Confirmed(started));
                    } else if (source.orElse(null) instanceof WritableJournal journal) {
                        append(journal, started);
                    }
                });
    }

    /** Asks the room on another machine that began a run what it has printed. */
    void askOutput(String run) {
        inOrder(
                () ->
                        meeting.ifPresentOrElse(
                                it -> it.askOutput(run),
                                () ->
                                        answers.accept(
                                                new Signal.OutputTold(
                                                        run,
                                                        List.of(),
                                                        0,
                                                        "this machine is in no room"))));
    }

    /** Answers a room on another machine. */
    void tellOutput(Effect.TellOutput told) {
        inOrder(() -> meeting.ifPresent(it -> it.tellOutput(told)));
    }

    /**
     * How a run has ended is kept at its target too, and is found there again: the next step need
     * not wait until the disk has it. {@link #look} sees to that soon.
     */
    private Optional<Fact> written(WritableJournal journal, IncidentEvent event) {
        BooleanSupplier still = () -> makesSense(journal, event);
        Instant now = clock.instant();
        return event instanceof StepFinished && journal instanceof Journal own
                ? own.appendUnforced(now, person.name(), person.host(), event, still)
                : journal.append(now, person.name(), person.host(), event, still);
    }

    /** Those that cannot be written now either are owed again. */
    private void settle() {
        for (StepFinished end : List.copyOf(owed)) {
            write(end);
        }
    }

    /** While nobody else can write: behind all that others have written. */
    private boolean makesSense(WritableJournal journal, IncidentEvent event) {
        learn(journal);
        return Conflict.of(incident, event).isEmpty();
    }

    private void look() {
        if (source.isEmpty()) {
            return;
        }
        try {
            learn(source.get());
            if (source.get() instanceof Journal journal) {
                journal.settle();
            }
            if (looks % LOOKS_A_PRESENCE == 0 && source.get() instanceof WritableJournal journal) {
                noticeClock(journal);
            }
            trouble = "";
        } catch (JournalException e) {
            if (!trouble.equals(e.getMessage())) {
                trouble = e.getMessage();
                answers.accept(new Signal.Said(Notice.bad(trouble)));
            }
        }
        if (looks++ % LOOKS_A_PRESENCE == 0) {
            settle();
            List<String> seen = Presence.others(state, incident.id());
            if (!seen.equals(others)) {
                others = seen;
                answers.accept(new Signal.PresenceSeen(seen));
            }
        }
    }

    private void learn(JournalSource from) {
        List<Fact> news = from.news();
        Optional<List<Fact>> rearranged = from.rearranged();
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

    /** Lets what is asked for already be written, a short while at most. */
    @Override
    public void close() {
        order.shutdown();
        try {
            order.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leave();
    }
}
