package dev.warroom.cli;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.journal.Journal;
import dev.warroom.room.Person;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** A checklist of its own, on this machine. */
final class OwnBook implements RunBook {

    private final Journal journal;
    private final Person person;
    private final InstantSource clock;
    private int runs;

    OwnBook(Path state, Person person, InstantSource clock) {
        this.journal = Journal.create(state, "RUN");
        this.person = person;
        this.clock = clock;
    }

    @Override
    public String id() {
        return journal.id();
    }

    @Override
    public boolean own() {
        return true;
    }

    @Override
    public String nextRun() {
        return journal.id() + "-" + ++runs;
    }

    @Override
    public void record(IncidentEvent event) {
        journal.append(clock.instant(), person.name(), person.host(), event);
    }

    @Override
    public Optional<String> start(StepStarted start) {
        record(start);
        return Optional.empty();
    }

    @Override
    public void close() {
        journal.close();
    }
}
