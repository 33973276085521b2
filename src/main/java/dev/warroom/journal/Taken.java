package dev.warroom.journal;

import dev.warroom.incident.Fact;

/** What became of a line that came from the shared record. */
public sealed interface Taken {

    /**
     * It is on the disk.
     *
     * @param hash of its line
     */
    record Added(Fact fact, String hash) implements Taken {}

    /**
     * A line of this number is here already.
     *
     * @param number its own
     * @param hash its own
     * @param newest whether it is the newest line here, byte for byte
     */
    record Known(long number, String hash, boolean newest) implements Taken {}

    /**
     * It is not what follows the record as it is here, so it does not count.
     *
     * @param why as a person reads it
     * @param follows the hash of the line that it says it follows; empty where it says none
     */
    record Refused(String why, String follows) implements Taken {}

    /**
     * It would follow the record as it is here, and is from somebody who may not write there, so it
     * does not count.
     *
     * @param why as a person reads it
     * @param hash of its line
     */
    record Unwelcome(String why, String hash) implements Taken {}
}
