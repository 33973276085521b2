package dev.warroom.cli;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StepStarted;

import java.util.Optional;

/** Where a runbook that is run without a screen writes what it does. For one thread. */
interface RunBook extends AutoCloseable {

    /** Of the incident or checklist. */
    String id();

    /** Whether it is a checklist of this run alone, in which all of its steps are told of. */
    boolean own();

    /** A name for the next run that no other has. */
    String nextRun();

    /** Keeps what has happened. */
    void record(IncidentEvent event) throws InterruptedException;

    /**
     * Keeps the start of a step, which may start once {@link #settle} has returned.
     *
     * @return why it must not start, for people; empty where it may, and is kept
     */
    Optional<String> start(StepStarted start) throws InterruptedException;

    /** Returns when all that was kept is on the disk. */
    void settle();

    @Override
    void close();
}
