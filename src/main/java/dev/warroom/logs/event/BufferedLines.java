package dev.warroom.logs.event;

import dev.warroom.logs.line.Bytes;

import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a log, one after the other, in a buffer that holds an event of them. A line that is
 * longer than {@link EventReader#MOST_BYTES} is cut.
 */
final class BufferedLines {

    private static final int BUFFER = 4 * EventReader.MOST_BYTES;

    private final InputStream in;
    private final EventSpan held;
    final byte[] b = new byte[BUFFER];

    /** The file's offset of the buffer's first byte. */
    long base;

    int filled;
    boolean atEnd;

    /** Where the line is, without its end. */
    int lineStart;

    int lineEnd;
    long lineOffset;

    /** How many bytes of it were left out. */
    long lineCut;

    /** Its number, from 1. */
    long lineNumber;

    /** Where the next one begins. */
    int scan;

    /**
     * @param held what moves with the bytes that it stands in
     */
    BufferedLines(InputStream in, EventSpan held) {
        this.in = in;
        this.held = held;
    }

    /**
     * Goes to the next line.
     *
     * @param holding whether the event that is held stays in the buffer
     */
    boolean next(boolean holding) throws IOException {
        lineStart = scan;
        lineOffset = base + scan;
        lineCut = 0;
        int from = scan;
        while (true) {
            int feed = Bytes.lineFeed(b, from, filled);
            if (feed < filled) {
                return ends(feed, feed + 1);
            }
            if (atEnd) {
                return lineStart < filled && ends(filled, filled);
            }
            from = filled;
            if (filled == b.length) {
                from -= makeRoom(holding);
            }
            fill();
        }
    }

    private boolean ends(int end, int behind) {
        lineEnd = end > lineStart && b[end - 1] == '\r' ? end - 1 : end;
        scan = behind;
        lineNumber++;
        return true;
    }

    /** Forgets what is done with, or else the end of what the line has so far. */
    int makeRoom(boolean holding) {
        int first = holding ? held.start : lineStart;
        if (first > 0) {
            System.arraycopy(b, first, b, 0, filled - first);
            base += first;
            held.move(first);
            lineStart -= first;
            filled -= first;
            return first;
        }
        if (holding && lineStart > held.end + 1) {
            return closeGap();
        }
        int most = lineStart + EventReader.MOST_BYTES;
        int left = Math.max(0, filled - most);
        lineCut += left;
        base += left;
        filled -= left;
        return left;
    }

    /** Forgets the lines of the event that are left out. */
    private int closeGap() {
        int gap = lineStart - held.end - 1;
        System.arraycopy(b, lineStart, b, lineStart - gap, filled - lineStart);
        base += gap;
        lineStart -= gap;
        filled -= gap;
        return gap;
    }

    void fill() throws IOException {
        int count = in.read(b, filled, b.length - filled);
        if (count < 0) {
            atEnd = true;
        } else {
            filled += count;
        }
    }

    /** Goes on {@code count} bytes behind what is held, of which nothing is needed. */
    void leap(long count) throws IOException {
        in.skipNBytes(count);
        base += filled + count;
        filled = 0;
        scan = 0;
    }
}
