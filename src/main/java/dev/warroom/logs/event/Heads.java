package dev.warroom.logs.event;

import dev.warroom.logs.line.Bytes;
import dev.warroom.logs.line.LineReader;

/** Finds lines that begin an event whatever stands before them. */
final class Heads {

    /** In so many bytes some line should say by its time that it begins an event. */
    static final int MOST_BACK = 16 * 1024;

    private Heads() {}

    /** Where the line begins that {@code at} stands in; not before {@code from}. */
    static int lineOf(byte[] b, int at, int from) {
        int start = at;
        while (start > from && b[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    /**
     * The last line up to {@code line}, and behind {@code from}, that begins an event; that line is
     * the one that {@code lines} is to read next.
     *
     * @return -1 where none does in the last {@link #MOST_BACK} bytes
     */
    static int last(LineReader lines, byte[] b, int line, int from, int filled) {
        int start = line;
        int limit = Math.max(from, line - MOST_BACK);
        while (start > limit) {
            int end = Bytes.lineFeed(b, start, filled);
            if (end < filled) {
                boolean returns = end > start && b[end - 1] == '\r';
                if (lines.surelyBegins(b, start, returns ? end - 1 : end)) {
                    return start;
                }
            }
            start = lineOf(b, start - 1, from);
        }
        return -1;
    }
}
