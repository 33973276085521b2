package dev.warroom.share;

import dev.warroom.incident.Fact;
import dev.warroom.journal.JournalException;
import dev.warroom.journal.RoomJournal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Tells how far an incident is shared, whenever that has changed. */
final class StandingTeller {

    /** What is shared sooner than this is not worth a word. */
    static final Duration UNSAID = Duration.ofSeconds(1);

    private final RoomJournal journal;
    private final Progress progress;
    private final InstantSource clock;
    private final Sharing.Listener listener;
    private final boolean silent;
    private Standing told = Standing.WELL;

    /**
     * @param silent whether nothing of the journal is ever shared
     */
    StandingTeller(
            RoomJournal journal,
            Progress progress,
            InstantSource clock,
            Sharing.Listener listener,
            boolean silent) {
        this.journal = journal;
        this.progress = progress;
        this.clock = clock;
        this.listener = listener;
        this.silent = silent;
    }

    /** What was told last. */
    synchronized Standing told() {
        return told;
    }

    synchronized void look() {
        Standing standing;
        try {
            standing = standing();
        } catch (JournalException e) {
            // The journal's own trouble is told by whoever records.
            return;
        }
        if (!standing.equals(told) && !progress.closed()) {
            told = standing;
            listener.stands(standing);
        }
    }

    private Standing standing() {
        Instant now = clock.instant();
        List<Fact> waiting = silent ? List.of() : journal.waiting();
        String why = progress.trouble();
        boolean soon =
                why.isEmpty()
                        && waiting.stream().noneMatch(it -> it.at().plus(UNSAID).isBefore(now));
        return soon
                ? Standing.WELL
                : new Standing(waiting.size(), waiting.stream().findFirst().map(Fact::at), why);
    }
}
