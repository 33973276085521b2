package dev.warroom.share;

import dev.warroom.journal.RoomJournal;

import java.util.Optional;

/** The start of a step, which must be in the room's stream before the step may start. */
public interface Claim {

    /**
     * The line to be shared, behind all that is known now.
     *
     * @return empty where it is settled: it is shared already, or makes no sense any more
     */
    Optional<RoomJournal.Draft> draft();

    /**
     * The room's server did not confirm it in time; nothing more is tried.
     *
     * @param why for the person who is asked
     */
    void unconfirmed(String why);
}
