package dev.warroom.cli;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.journal.Journal;
import dev.warroom.journal.JournalException;
import dev.warroom.room.Notice;
import dev.warroom.room.Person;
import dev.warroom.room.Signal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The room's hand on the journal: one write after the other, each answered when it is on disk. */
final class Recorder implements AutoCloseable {

    private final Path state;
    private final Person person;
    private final InstantSource clock;
    private final Consumer<Signal> answers;
    private final ExecutorService order =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("journal").daemon().factory());
    private Optional<Journal> journal = Optional.empty();

    Recorder(Path state, Person person, InstantSource clock, Consumer<Signal> answers) {
        this.state = state;
        this.person = person;
        this.clock = clock;
        this.answers = answers;
    }

    void create(List<IncidentEvent> events) {
        order.execute(
                () -> {
                    try {
                        boolean incident = events.getFirst() instanceof IncidentEvent.Declared;
                        adopt(Journal.create(state, incident ? "INC" : "RUN"));
                        answers.accept(
                                new Signal.JournalOpened(
                                        Incident.empty(journal.orElseThrow().id())));
                        events.forEach(this::write);
                    } catch (JournalException e) {
                        answers.accept(new Signal.OpenFailed(e.getMessage()));
                    }
                });
    }

    void open(String incident) {
        order.execute(
                () -> {
                    try {
                        adopt(Journal.open(state, incident));
                        Journal opened = journal.orElseThrow();
                        answers.accept(
                                new Signal.JournalOpened(
                                        Incident.replay(opened.id(), opened.facts())));
                        opened.tornTail().ifPresent(this::reportTorn);
                    } catch (JournalException e) {
                        answers.accept(new Signal.OpenFailed(e.getMessage()));
                    }
                });
    }

    /** A journal that is open already, with all that is in it. */
    void adopt(Journal opened) {
        journal.ifPresent(Journal::close);
        journal = Optional.of(opened);
    }

    void reportTorn(Path torn) {
        answers.accept(
                new Signal.Said(
                        Notice.bad(
                                "The journal's last line was cut off by a crash; what was left of"
                                        + " it is in "
                                        + torn)));
    }

    void record(IncidentEvent event) {
        order.execute(() -> write(event));
    }

    private void write(IncidentEvent event) {
        if (journal.isEmpty()) {
            answers.accept(new Signal.RecordFailed(event, "no incident is open"));
            return;
        }
        try {
            Fact fact = journal.get().append(clock.instant(), person.name(), person.host(), event);
            answers.accept(new Signal.Recorded(fact));
        } catch (JournalException e) {
            answers.accept(new Signal.RecordFailed(event, e.getMessage()));
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
        journal.ifPresent(Journal::close);
    }
}
