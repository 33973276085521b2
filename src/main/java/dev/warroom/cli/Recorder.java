package dev.warroom.cli;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.journal.JournalException;
import dev.warroom.journal.JournalSource;
import dev.warroom.journal.RoomJournal;
import dev.warroom.room.Effect;
import dev.warroom.room.Notice;
import dev.warroom.room.Person;
import dev.warroom.room.Signal;
import dev.warroom.share.Claim;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The room's hand on the journal: one write after the other, each answered when it is on disk, or
 * where it can be found out again will be in a tenth of a second. In between it lets the {@link
 * OpenIncident} look for what other rooms have written, and for who is there.
 */
final class Recorder implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 100;
    private static final int LOOKS_A_PRESENCE = 10;
    private static final String OBSERVES =
            "this room only observes; open the incident without --observe to take part";

    private final Opening opening;
    private final Optional<Sharer> sharer;
    private final Person person;
    private final Consumer<Signal> answers;
    private final Claims claims;
    private final ScheduledExecutorService order = new JournalThread();
    private Optional<OpenIncident> current = Optional.empty();
    private String trouble = "";
    private int looks;
    private boolean looking;

    Recorder(Path state, Person person, InstantSource clock, Consumer<Signal> answers) {
        this(Opening.here(state, false, clock), person, answers, Optional.empty());
    }

    /**
     * @param sharer of the incidents that are shared with rooms on other machines
     */
    Recorder(Opening opening, Person person, Consumer<Signal> answers, Optional<Sharer> sharer) {
        this.opening = opening;
        this.sharer = sharer;
        this.person = person;
        this.answers = answers;
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
                    if (opening.observing()) {
                        answers.accept(new Signal.OpenFailed("Nothing is begun: " + OBSERVES));
                        return;
                    }
                    try {
                        boolean declared = events.getFirst() instanceof IncidentEvent.Declared;
                        OpenIncident begun = adoptNow(opening.create(declared ? "INC" : "RUN"));
                        events.forEach(begun::write);
                    } catch (JournalException e) {
                        answers.accept(new Signal.OpenFailed(e.getMessage()));
                    }
                });
    }

    void open(String id) {
        order.execute(
                () -> {
                    try {
                        JournalSource opened = opening.open(id);
                        adoptNow(opened);
                        opened.tornTail().ifPresent(this::reportTorn);
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

    private OpenIncident adoptNow(JournalSource opened) {
        leave();
        OpenIncident next = new OpenIncident(opening, person, answers, claims, opened);
        current = Optional.of(next);
        keepLooking();
        looks = 0;
        next.enter();
        if (opened instanceof RoomJournal journal) {
            sharer.map(it -> it.share(journal, this::tell, this::lookSoon)).ifPresent(next::meet);
        }
        answers.accept(new Signal.JournalOpened(next.incident()));
        return next;
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
        current.ifPresent(OpenIncident::leave);
        current = Optional.empty();
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
        if (opening.observing()) {
            answers.accept(
                    new Signal.Refused(event, untold(event) ? "" : "Not recorded: " + OBSERVES));
            return;
        }
        current.ifPresentOrElse(
                it -> it.write(event),
                () -> answers.accept(new Signal.RecordFailed(event, "no incident is open")));
    }

    /** What nobody does, a room that takes part writes down. */
    private static boolean untold(IncidentEvent event) {
        return event instanceof IncidentEvent.HealthChanged
                || event instanceof IncidentEvent.PatternSeen
                || event instanceof IncidentEvent.RunbookChanged
                || event instanceof IncidentEvent.StepMoved
                || event instanceof StepFinished;
    }

    private Claim.Turn turn(StepStarted started) {
        return current.map(it -> it.turn(started)).orElseGet(Claim.Turn.Settled::new);
    }

    /** Starts a step although nobody could be asked whether it runs elsewhere. */
    void startUnclaimed(StepStarted started) {
        order.execute(() -> current.ifPresent(it -> it.startUnclaimed(started)));
    }

    /** Asks the room on another machine that began a run what it has printed. */
    void askOutput(String run) {
        inOrder(
                () ->
                        meeting()
                                .ifPresentOrElse(
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
        inOrder(() -> meeting().ifPresent(it -> it.tellOutput(told)));
    }

    private Optional<Meeting> meeting() {
        return current.flatMap(OpenIncident::meeting);
    }

    private void look() {
        current.ifPresent(this::look);
    }

    private void look(OpenIncident at) {
        try {
            at.learn();
            at.settle();
            if (looks % LOOKS_A_PRESENCE == 0) {
                at.noticeClock();
            }
            trouble = "";
        } catch (JournalException e) {
            if (!trouble.equals(e.getMessage())) {
                trouble = e.getMessage();
                answers.accept(new Signal.Said(Notice.bad(trouble)));
            }
        }
        if (looks++ % LOOKS_A_PRESENCE == 0) {
            at.writeOwed();
            at.seeOthers();
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
