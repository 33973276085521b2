package dev.warroom.health;

import dev.warroom.room.Metric;

import java.io.IOException;

/**
 * A check of a machine: what to ask there, and what the answer means. Both ways to the answer give
 * text of the same form, so that there is one reading of it.
 */
interface MachineCheck {

    /** What a POSIX shell on the machine runs to answer. */
    String script();

    /** The same answer from this machine, without starting a process. */
    String here() throws IOException;

    /**
     * What {@code answer} says.
     *
     * @throws IOException where it says nothing; the message tells why
     */
    Figure read(String answer) throws IOException;

    /**
     * @param words the detail
     */
    record Figure(Metric metric, String words) {}
}
