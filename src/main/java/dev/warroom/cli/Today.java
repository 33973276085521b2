package dev.warroom.cli;

import dev.warroom.journal.JournalException;
import dev.warroom.journal.Journals;
import dev.warroom.room.KnownIncident;
import dev.warroom.room.Signal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** What was walked today in a workspace, so that it is known what is due. */
record Today(Path state, Path workspace) {

    /** A day of any zone began within this time. */
    private static final Duration LONGEST_DAY = Duration.ofHours(48);

    private static final long MINUTE = 60_000;

    List<KnownIncident> walks(Instant now) {
        return Journals.list(state, "RUN", now.minus(LONGEST_DAY)).stream()
                .filter(it -> it.begun().isPresent())
                .filter(it -> it.workspace().equals(workspace.toString()))
                .map(Outside::known)
                .toList();
    }

    /** Tells the room at once, and with each minute that begins, until it is interrupted. */
    void tell(InstantSource clock, Inbox inbox) throws InterruptedException {
        while (true) {
            try {
                inbox.put(
                        new Signal.CalendarTurned(walks(clock.instant()), ZoneId.systemDefault()));
            } catch (JournalException e) {
                // Whoever opens or lists incidents is told; what is due waits until it can be read.
                inbox.put(new Signal.CalendarTurned(List.of(), ZoneId.systemDefault()));
            }
            Thread.sleep(MINUTE - clock.millis() % MINUTE);
        }
    }
}
