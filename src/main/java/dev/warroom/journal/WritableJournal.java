package dev.warroom.journal;

import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A journal that is open for writing. */
public sealed interface WritableJournal extends JournalSource permits Journal, RoomJournal {

    /**
     * Keeps an event, if it still makes sense behind all that is there. When this returns a fact,
     * it is on the disk; when it throws, it is not in the journal, and a later call may succeed.
     *
     * @param still asked while nobody else on this machine can write; {@link #news} answers all
     *     that is there
     * @return empty where it does not make sense any more, and nothing was written
     * @throws JournalException if it cannot be written
     */
    Optional<Fact> append(
            Instant at, String who, String host, IncidentEvent event, BooleanSupplier still);
}
