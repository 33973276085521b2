package dev.warroom.cli;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StepFinished;
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

    /** How a run has ended is kept at its target too: nobody waits until the disk has it here. */
    @Override
    public void record(IncidentEvent event) {
        if (event instanceof StepFinished) {
            unforced(event);
        } else {
            journal.append(clock.instant(), person.name(), person.host(), event);
        }
    }

    /** Those of many hosts that start together reach the disk together. */
    @Override
    public Optional<String> start(StepStarted start) {
        unforced(start);
        return Optional.empty();
    }

    private void unforced(IncidentEvent event) {
        journal.appendUnforced(clock.instant(), person.name(), person.host(), event, () -> true);
    }

    @Override
    public void settle() {
        journal.settle();
    }

    @Override
    public void close() {
        journal.close();
    }
}
