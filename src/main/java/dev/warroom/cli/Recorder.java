package dev.warroom.cli;

import dev.warroom.incident.Conflict;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.journal.Journal;
import dev.warroom.journal.JournalException;
import dev.warroom.journal.JournalSource;
import dev.warroom.journal.JournalView;
import dev.warroom.journal.Presence;
import dev.warroom.room.Notice;
import dev.warroom.room.Person;
import dev.warroom.room.Signal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The room's hand on the journal: one write after the other, each answered when it is on disk. In
 * between it looks for what other rooms of the same incident have written, and for who is there.
 */
final class Recorder implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 100;
    private static final int LOOKS_A_PRESENCE = 10;
    private static final String OBSERVES =
            "this room only observes; open the incident without --observe to take part";

    private final Path state;
    private final Person person;
    private final InstantSource clock;
    private final Consumer<Signal> answers;
    private final boolean observing;
    private final ScheduledExecutorService order =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("journal").daemon().factory());
    private Optional<JournalSource> source = Optional.empty();
    private Optional<Presence> presence = Optional.empty();
    private List<String> others = List.of();
    private Incident incident = Incident.empty("");
    private String trouble = "";
    private int looks;

    Recorder(Path state, Person person, InstantSource clock, Consumer<Signal> answers) {
        this(state, person, clock, answers, false);
    }

    /**
     * @param observing whether nothing is ever written
     */
    Recorder(
            Path state,
            Person person,
            InstantSource clock,
            Consumer<Signal> answers,
            boolean observing) {
        this.state = state;
        this.person = person;
        this.clock = clock;
        this.answers = answers;
        this.observing = observing;
        order.scheduleWithFixedDelay(
                this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
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
                        adoptNow(Journal.create(state, declared ? "INC" : "RUN"));
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
                        adoptNow(source(state, id, observing));
                        answers.accept(new Signal.JournalOpened(incident));
                        source.orElseThrow().tornTail().ifPresent(this::reportTorn);
                    } catch (JournalException e) {
                        answers.accept(new Signal.OpenFailed(e.getMessage()));
                    }
                });
    }

    /** An incident's facts, to be written on or only looked at. */
    static JournalSource source(Path state, String id, boolean observing) {
        return observing ? JournalView.open(state, id) : Journal.open(state, id);
    }

    /** A journal that is open already; when this returns, its incident is told. */
    void adopt(JournalSource opened) {
        CountDownLatch told = new CountDownLatch(1);
        order.execute(
                () -> {
                    adoptNow(opened);
                    answers.accept(new Signal.JournalOpened(incident));
                    opened.tornTail().ifPresent(this::reportTorn);
                    told.countDown();
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
        incident = Incident.replay(opened.id(), opened.facts());
        looks = 0;
        if (!observing) {
            try {
                presence = Optional.of(Presence.enter(state, opened.id(), person.name()));
            } catch (IOException e) {
                // Others do not see that this room is there; everything else works.
                presence = Optional.empty();
            }
        }
    }

    private void leave() {
        source.ifPresent(JournalSource::close);
        presence.ifPresent(Presence::close);
        source = Optional.empty();
        presence = Optional.empty();
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
        if (observing) {
            // What probes and runs tell, a room that takes part writes down.
            boolean untold =
                    event instanceof IncidentEvent.HealthChanged
                            || event instanceof IncidentEvent.PatternSeen
                            || event instanceof IncidentEvent.StepFinished;
            answers.accept(new Signal.Refused(event, untold ? "" : "Not recorded: " + OBSERVES));
            return;
        }
        if (!(source.orElse(null) instanceof Journal journal)) {
            answers.accept(new Signal.RecordFailed(event, "no incident is open"));
            return;
        }
        try {
            Optional<Fact> fact =
                    journal.append(
                            clock.instant(),
                            person.name(),
                            person.host(),
                            event,
                            () -> makesSense(journal, event));
            if (fact.isPresent()) {
                incident = incident.apply(fact.get());
                answers.accept(new Signal.Recorded(fact.get()));
            } else {
                String why = Conflict.of(incident, event).map(Conflict::words).orElse("");
                answers.accept(new Signal.Refused(event, why));
            }
        } catch (JournalException e) {
            answers.accept(new Signal.RecordFailed(event, e.getMessage()));
        }
    }

    /** While nobody else can write: behind all that others have written. */
    private boolean makesSense(Journal journal, IncidentEvent event) {
        learn(journal.news());
        return Conflict.of(incident, event).isEmpty();
    }

    private void look() {
        if (source.isEmpty()) {
            return;
        }
        try {
            learn(source.get().news());
            trouble = "";
        } catch (JournalException e) {
            if (!trouble.equals(e.getMessage())) {
                trouble = e.getMessage();
                answers.accept(new Signal.Said(Notice.bad(trouble)));
            }
        }
        if (looks++ % LOOKS_A_PRESENCE == 0) {
            List<String> seen = Presence.others(state, incident.id());
            if (!seen.equals(others)) {
                others = seen;
                answers.accept(new Signal.PresenceSeen(seen));
            }
        }
    }

    private void learn(List<Fact> news) {
        for (Fact fact : news) {
            incident = incident.apply(fact);
            answers.accept(new Signal.Learned(fact));
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
