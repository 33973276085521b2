package dev.warroom.shell;

import java.util.Arrays;

/** Lines and columns of offsets in a script, or in a part of one. */
record Places(int[] starts, int base) {

    static Places in(String script) {
        int[] starts = new int[(int) script.chars().filter(it -> it == '\n').count() + 1];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = script.indexOf('\n', starts[i - 1]) + 1;
        }
        return new Places(starts, 0);
    }

    /** The same for a part that begins at {@code offset} in this one. */
    Places from(int offset) {
        return new Places(starts, base + offset);
    }

    /** Counted from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, base + offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Counted from 1. */
    int column(int offset) {
        return base + offset - starts[line(offset) - 1] + 1;
    }
}
