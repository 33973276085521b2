package dev.warroom.logs.event;

import dev.warroom.logs.clue.Clue;
import dev.warroom.logs.clue.Clues;
import dev.warroom.logs.clue.Scout;
import dev.warroom.logs.line.Bytes;
import dev.warroom.logs.line.LineReader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** Passes over events that nobody looks for, without reading all of their lines. */
final class Leaping {

    private static final int MOST_UNSKIPPABLE = 3;

    /** Looked through to see which of several clues is of most use. */
    private static final int SAMPLE = 64 * 1024;

    /** Less than this is read rather than leapt over. */
    private static final int LEAP = 128 * 1024;

    private static final int LONGEST_LINE = 4096;

    /** Leaps that were not worth it, one after the other, before no more are tried. */
    private static final int MOST_NEAR = 8;

    private final BufferedLines window;
    private final LineReader lines;
    private Clues clues = Clues.NONE;
    private boolean chosen;
    private Optional<Clue> clue = Optional.empty();
    private Optional<FileChannel> ahead = Optional.empty();
    private Optional<Scout> scout = Optional.empty();

    /** How long the file was when the scout set out; nothing is known of what comes later. */
    private long looked;

    private int near;
    private int unskippable;

    Leaping(BufferedLines window, LineReader lines) {
        this.window = window;
        this.lines = lines;
    }

    void to(Clues all) {
        clues = all;
        clue = all.first();
    }

    void in(FileChannel file) {
        ahead = Optional.of(file);
    }

    /**
     * Goes on near the next event that holds what is looked for, at one that surely begins there.
     *
     * @param begun where the event begins that was read last and not handed over; -1 for none
     * @return whether that is left behind
     */
    boolean go(int begun) throws IOException {
        if (clue.isEmpty() || unskippable >= MOST_UNSKIPPABLE) {
            return false;
        }
        int known = begun;
        while (true) {
            Clue leading = leading();
            int from = known >= 0 ? known : window.scan;
            int found = leading.find(window.b, from, window.filled);
            int line = Heads.lineOf(window.b, found < 0 ? window.filled : found, from);
            int head = Heads.last(lines, window.b, line, from, window.filled);
            if (head > from) {
                pass(from, head, known >= 0);
                known = -1;
                unskippable = 0;
            } else if (line - from > Heads.MOST_BACK) {
                unskippable++;
                return known != begun;
            }
            if (found >= 0 || window.atEnd) {
                return known != begun;
            }
            if (leap(leading, from)) {
                known = -1;
                continue;
            }
            if (window.filled == window.b.length) {
                if (known >= 0 || window.scan == 0) {
                    return known != begun;
                }
                window.lineStart = window.scan;
                window.scan -= window.makeRoom(false);
            }
            window.fill();
        }
    }

    /** The one of most use, once there is enough to find that out. */
    private Clue leading() {
        if (!chosen && (window.filled >= SAMPLE || window.atEnd)) {
            clue = clues.best(window.b, Math.min(window.filled, SAMPLE));
            chosen = true;
        }
        return clue.orElseThrow();
    }

    private void pass(int from, int head, boolean counted) {
        int count = 0;
        for (int at = from; at < head; at = Bytes.lineFeed(window.b, at, head) + 1) {
            count++;
        }
        window.lineNumber += counted ? count - 1 : count;
        window.scan = head;
    }

    /**
     * Goes to the next event that {@code leading} leads to where that is far away, without reading
     * what is between.
     *
     * @param from where the first event begins that it does not lead to in what was read
     */
    private boolean leap(Clue leading, int from) throws IOException {
        if (ahead.isEmpty() || window.filled < SAMPLE || near >= MOST_NEAR) {
            return false;
        }
        if (scout.isEmpty()) {
            looked = ahead.get().size();
            scout = Optional.of(new Scout(ahead.get(), leading));
        }
        long here = window.base + window.filled;
        long line = window.base + Heads.lineOf(window.b, window.filled, from);
        long place = scout.get().first(line, it -> true);
        boolean none = place < 0;
        boolean far = place - here >= LEAP;
        long head = none ? Math.max(here, looked) : far ? head(place) : -1;
        if (head < here) {
            near++;
            return false;
        }
        near = 0;
        window.leap(head - here);
        window.atEnd = none;
        return true;
    }

    /**
     * The last line before {@code place} that begins an event whatever stands before it; that line
     * is the one that {@code lines} is to read next.
     *
     * @return -1 where there is none near
     */
    private long head(long place) throws IOException {
        long from = Math.max(0, place - Heads.MOST_BACK);
        ByteBuffer into = ByteBuffer.allocate((int) (place - from) + LONGEST_LINE);
        while (into.hasRemaining()) {
            if (ahead.orElseThrow().read(into, from + into.position()) < 0) {
                break;
            }
        }
        byte[] b = into.array();
        int line = Heads.lineOf(b, (int) (place - from), 0);
        int head = Heads.last(lines, b, line, 0, into.position());
        return head < 0 ? -1 : from + head;
    }
}
