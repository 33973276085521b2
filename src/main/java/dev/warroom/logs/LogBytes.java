package dev.warroom.logs;

import dev.warroom.logs.event.Needle;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;

/** The bytes of a log file that is open. */
public interface LogBytes extends Closeable {

    /** Read at once where all of a file is read. */
    int BLOCK = 4 << 20;

    /** In bytes, when it was opened. */
    long size() throws IOException;

    /** When it was changed last, as far as that is known. */
    Instant changed() throws IOException;

    /**
     * Reads some bytes, as many as fit at most.
     *
     * @param at where in the file
     * @return how many there were; 0 or less behind its end
     */
    int read(ByteBuffer into, long at) throws IOException;

    /** Worth reading at once where a place in it is known. */
    default int block() {
        return BLOCK;
    }

    /**
     * Looks for characters where the file is, so that not all of it has to be brought here.
     *
     * @return a place before {@code end} behind which they do not stand before {@code end};
     *     negative where they stand nowhere before it, or looking was given up
     */
    default long last(Needle needle, long end, LineSearch.Progress progress) throws IOException {
        return end - 1;
    }

    /**
     * The same, forwards.
     *
     * @return a place at {@code from} or behind it before which they do not stand; negative where
     *     they do not stand there at all, or looking was given up
     */
    default long first(Needle needle, long from, LineSearch.Progress progress) throws IOException {
        return from;
    }
}
