package dev.warroom.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Makes lines that are safe to draw out of bytes that come in pieces. How the bytes are cut into
 * pieces makes no difference.
 *
 * <p>A line ends at LF; one CR before it is dropped. Bytes are decoded as UTF-8 once the line is
 * whole, and what is not UTF-8 becomes U+FFFD. A line that is longer than the limit keeps its
 * beginning and says how many bytes are missing. NULs at the beginning of a line are counted, not
 * kept, so that text behind them is not lost to the limit. Not for use by several threads.
 */
public final class LineAssembler {

    private static final int FIRST_SIZE = 256;

    private final int mostBytes;
    private final Consumer<String> lines;

    /** The beginning of the line that has not ended yet, without the NULs before it. */
    private byte[] kept = new byte[0];

    private int length;
    private long nulls;
    private long missing;
    private boolean endsInCr;

    /** Bytes taken before the piece that is being looked at. */
    private long taken;

    private long lineAt;
    private long nextAt;

    /**
     * @param mostBytes kept of one line, at least 4
     * @param lines gets each line, sanitised, without its end
     */
    public LineAssembler(int mostBytes, Consumer<String> lines) {
        if (mostBytes < 4) {
            throw new IllegalArgumentException("mostBytes " + mostBytes + " must be >= 4");
        }
        this.mostBytes = mostBytes;
        this.lines = lines;
    }

    /** Takes {@code count} bytes of {@code piece}, beginning with the one at {@code from}. */
    public void add(byte[] piece, int from, int count) {
        int end = from + count;
        int start = from;
        for (int i = from; i < end; i++) {
            if (piece[i] == '\n') {
                lineAt = nextAt;
                nextAt = taken + i + 1 - from;
                if (empty() && i - start <= mostBytes && i > start && piece[start] != 0) {
                    int last = piece[i - 1] == '\r' ? i - 1 : i;
                    String text = new String(piece, start, last - start, StandardCharsets.UTF_8);
                    lines.accept(Sanitiser.line(text));
                } else {
                    keep(piece, start, i - start);
                    end();
                }
                start = i + 1;
            }
        }
        keep(piece, start, end - start);
        taken += count;
    }

    /** How many bytes came before the first one of the line that was handed over last. */
    public long lineAt() {
        return lineAt;
    }

    /** How many bytes were taken. */
    public long taken() {
        return taken;
    }

    /** Takes all of {@code piece}. */
    public void add(byte[] piece) {
        add(piece, 0, piece.length);
    }

    /** Whether no line has begun. */
    public boolean empty() {
        return length == 0 && nulls == 0;
    }

    /** The line that has not ended yet, as far as it is known; empty where there is none. */
    public String pending() {
        int last = missing == 0 && endsInCr ? length - 1 : length;
        return shown(wholeCharacters(last), missing);
    }

    /** Ends the line that has not ended yet, as if its LF had come; does nothing without one. */
    public void flush() {
        if (!empty()) {
            lineAt = nextAt;
            nextAt = taken;
            end();
        }
    }

    private void keep(byte[] piece, int from, int count) {
        int start = from;
        int end = from + count;
        while (length == 0 && start < end && piece[start] == 0) {
            nulls++;
            start++;
        }
        if (start == end) {
            return;
        }
        int taken = Math.min(end - start, mostBytes - length);
        if (length + taken > kept.length) {
            int size = Math.max(FIRST_SIZE, Math.max(length + taken, 2 * kept.length));
            kept = Arrays.copyOf(kept, Math.min(mostBytes, size));
        }
        System.arraycopy(piece, start, kept, length, taken);
        length += taken;
        missing += end - start - taken;
        endsInCr = piece[end - 1] == '\r';
    }

    private void end() {
        if (endsInCr && missing > 0) {
            missing--;
        } else if (endsInCr) {
            length--;
        }
        String line;
        if (missing > 0) {
            int whole = wholeCharacters(length);
            line = shown(whole, missing + length - whole);
        } else {
            line = shown(length, 0);
        }
        length = 0;
        nulls = 0;
        missing = 0;
        endsInCr = false;
        lines.accept(line);
    }

    private String shown(int bytes, long more) {
        String text = new String(kept, 0, bytes, StandardCharsets.UTF_8);
        if (nulls > 0) {
            text = (nulls == 1 ? "␀" : SafeLine.nulls(nulls)) + text;
        }
        String safe = Sanitiser.line(text);
        return more > 0 ? safe + " +" + more + " bytes" : safe;
    }

    /** How many of the first {@code count} kept bytes stand before an unfinished character. */
    private int wholeCharacters(int count) {
        for (int back = 1; back <= Math.min(3, count); back++) {
            int b = kept[count - back] & 0xFF;
            if (b >= 0xC0) {
                int needs = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needs > back ? count - back : count;
            }
            if (b < 0x80) {
                break;
            }
        }
        return count;
    }
}
