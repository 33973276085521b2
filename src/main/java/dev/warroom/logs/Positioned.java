package dev.warroom.logs;

import java.io.IOException;
import java.nio.ByteBuffer;

/** What can be read from any place in it on. */
@FunctionalInterface
interface Positioned {

    /**
     * Reads some bytes, as many as fit at most.
     *
     * @return how many there were; 0 or less behind the end
     */
    int read(ByteBuffer into, long at) throws IOException;
}
