package dev.warroom.cli;

import dev.warroom.journal.Journal;
import dev.warroom.journal.JournalException;
import dev.warroom.journal.JournalSource;
import dev.warroom.journal.JournalView;
import dev.warroom.journal.Journals;
import dev.warroom.journal.MachineClock;
import dev.warroom.journal.RoomJournal;
import dev.warroom.journal.WritableJournal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Opens journals of incidents, and begins them.
 *
 * @param observing whether nothing is ever written
 * @param shared whether incidents are shared with rooms on other machines
 * @param machine tells where {@code clock} was set
 */
record Opening(
        Path state, boolean observing, boolean shared, InstantSource clock, MachineClock machine) {

    /** Shared incidents are numbered by the second: rooms that cannot ask each other begin some. */
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    /** On this machine, whose clock {@code clock} is. */
    Opening(Path state, boolean observing, boolean shared, InstantSource clock) {
        this(state, observing, shared, clock, MachineClock.linux(clock));
    }

    /** Incidents are this machine's alone. */
    static Opening here(Path state, boolean observing, InstantSource clock) {
        return new Opening(state, observing, false, clock);
    }

    /**
     * The journal of an incident. One that is not here is looked for in the room, where there is
     * one.
     *
     * @throws JournalException if it cannot be opened
     */
    JournalSource open(String id) {
        boolean elsewhere = shared && !Files.exists(Journals.file(state, id));
        if (elsewhere || RoomJournal.isShared(state, id)) {
            return RoomJournal.open(state, id, mark());
        }
        return observing ? JournalView.open(state, id) : Journal.open(state, id);
    }

    /**
     * A new journal; checklists are always this machine's alone.
     *
     * @param prefix {@code INC} for an incident, {@code RUN} for a checklist
     * @throws JournalException if it cannot be made
     */
    WritableJournal create(String prefix) {
        if (!shared || !prefix.equals("INC")) {
            return Journal.create(state, prefix);
        }
        long number = Math.max(1, clock.instant().getEpochSecond() - FIRST.getEpochSecond());
        while (Files.exists(Journals.file(state, prefix + "-" + number))) {
            number++;
        }
        return RoomJournal.open(state, prefix + "-" + number, mark());
    }

    /** What tells this state folder from all others. */
    String mark() {
        try {
            Files.createDirectories(state);
            return StateMark.of(state);
        } catch (IOException e) {
            throw new JournalException("Cannot share incidents: " + e.getMessage() + ".", e);
        }
    }
}
