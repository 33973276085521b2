package dev.warroom.share;

import dev.warroom.journal.RoomJournal;

/** The start of a step, which must be in the room's stream before the step may start. */
public interface Claim {

    /** What is to be done with a claim now. */
    sealed interface Turn {

        /**
         * It is to be shared.
         *
         * @param draft its line, behind all that is known now
         */
        record Share(RoomJournal.Draft draft) implements Turn {}

        /** What was recorded here before it comes first, and is not shared yet. */
        record Later() implements Turn {}

        /** It is shared already, or makes no sense any more. */
        record Settled() implements Turn {}
    }

    /** What is to be done with it now. */
    Turn turn();

    /**
     * The room's server did not confirm it in time; nothing more is tried.
     *
     * @param why for the person who is asked
     */
    void unconfirmed(String why);
}
