package dev.warroom.journal;

import java.util.Arrays;

/**
 * A text that has come more than once in a journal.
 *
 * @param written its bytes as they stand in lines, escapes and all
 * @param number counted from 0 in the order in which such texts were found
 */
record Word(byte[] written, String text, int number) {

    /** Whether this is what stands from {@code from} until before {@code to}. */
    boolean stands(byte[] line, int from, int to) {
        return Arrays.equals(written, 0, written.length, line, from, to);
    }
}
