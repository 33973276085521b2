package dev.warroom.logs.line;

/** One way in which programs write lines. */
interface Shape {

    /**
     * Reads a line of this shape: its level and its message, where the time is known already.
     *
     * @param time where the line's first time was found; its end is {@code from} where there is
     *     none
     * @return whether the line has this shape
     */
    boolean read(byte[] b, int from, int to, TimeTable time, Head head);
}
