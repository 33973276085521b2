package dev.warroom.journal;

/**
 * Lines that were read together, whole and with their ends. Whoever has gone through them may read
 * others into the same bytes.
 *
 * @param length in bytes; behind them anything may stand
 */
record Lines(byte[] bytes, int length) {

    /** Whether there is none. */
    boolean none() {
        return length == 0;
    }
}
