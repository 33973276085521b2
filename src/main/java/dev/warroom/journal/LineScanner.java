package dev.warroom.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream, never holding more than the longest allowed. */
final class LineScanner {

    /** The longest line, in bytes; the longest that is ever written is less than half of it. */
    static final int LONGEST = 16 << 20;

    /** How many bytes are read at once. */
    static final int CHUNK = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[CHUNK];
    private int from;
    private int to;
    private int lineStart;
    private int lineLength;
    private boolean tooLong;

    LineScanner(InputStream in) {
        this.in = in;
    }

    /** Whether there is another line that ends with LF; it is then in {@link #line}. */
    boolean next() throws IOException {
        int searched = from;
        while (true) {
            int feed = feed(buffer, searched, to);
            if (feed < to) {
                lineStart = from;
                lineLength = feed - from;
                from = feed + 1;
                return true;
            }
            if (to - from > LONGEST) {
                tooLong = true;
                return false;
            }
            int seen = to - from;
            if (!fill()) {
                return false;
            }
            searched = from + seen;
        }
    }

    /**
     * The lines that are at hand: one at least, none where there is no other.
     *
     * @param room where they are put if they fit; what was given before stays as it is, if that is
     *     not the same
     */
    Lines lines(byte[] room) throws IOException {
        int rest = to - from;
        byte[] next = room.length < rest ? new byte[rest] : room;
        System.arraycopy(buffer, from, next, 0, rest);
        buffer = next;
        from = 0;
        to = rest;
        if (next()) {
            from = to;
            while (buffer[from - 1] != '\n') {
                from--;
            }
        }
        return new Lines(buffer, from);
    }

    /** A copy of the line, without its end. */
    byte[] line() {
        return Arrays.copyOfRange(buffer, lineStart, lineStart + lineLength);
    }

    /** Where the first LF is; {@code to} where there is none. */
    static int feed(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Whether {@code wanted} stands in the first {@code within} bytes of the line. */
    boolean lineHas(byte[] wanted, int within) {
        int last = lineStart + Math.min(lineLength, within) - wanted.length;
        for (int at = lineStart; at <= last; at++) {
            if (buffer[at] == wanted[0]
                    && Arrays.equals(buffer, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    int length() {
        return lineLength;
    }

    /** The bytes after the last LF. */
    long left() {
        return to - from;
    }

    /** Whether it stopped at a line beyond {@link #LONGEST}. */
    boolean tooLong() {
        return tooLong;
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read <= 0) {
            return false;
        }
        to += read;
        return true;
    }
}
