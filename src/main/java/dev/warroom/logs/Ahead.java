package dev.warroom.logs;

import java.io.IOException;

/** Looks through a log file where it is, so that not all of it has to be brought here, or read. */
interface Ahead {

    /**
     * Looks backwards.
     *
     * @return a place before {@code end} behind which there is nothing before {@code end}; negative
     *     where there is nothing before it, or looking was given up
     */
    long last(long end, LineSearch.Progress progress) throws IOException;

    /**
     * Looks forwards.
     *
     * @return a place at {@code from} or behind it before which there is nothing; negative where
     *     there is nothing there at all, or looking was given up
     */
    long first(long from, LineSearch.Progress progress) throws IOException;
}
