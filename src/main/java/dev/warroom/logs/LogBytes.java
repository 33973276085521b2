package dev.warroom.logs;

import dev.warroom.logs.clue.Clues;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

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
     * Looks for what {@code clues} lead to where the file is.
     *
     * @return empty where that cannot be done, or is of no use
     */
    default Optional<Ahead> ahead(Clues clues) throws IOException {
        return Optional.empty();
    }
}
