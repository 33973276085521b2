package dev.warroom.journal;

import java.util.Arrays;

/**
 * A line where it stands among others, without its end.
 *
 * @param from its first byte
 * @param to behind its last
 */
record StoredLine(byte[] bytes, int from, int to) {

    /** The line by itself. */
    byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
