package dev.warroom.logs.event;

import dev.warroom.logs.line.Bytes;
import dev.warroom.logs.line.LineReader;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;

/** Passes over events that nobody looks for, without reading all of their lines. */
final class Leaping {

    private static final int MOST_UNSKIPPABLE = 3;

    /** Looked through to see which of several needles is the rarest. */
    private static final int SAMPLE = 64 * 1024;

    /** Less than this is read rather than leapt over. */
    private static final int LEAP = 128 * 1024;

    /** Leaps that were not worth it, one after the other, before no more are tried. */
    private static final int MOST_NEAR = 8;

    private final BufferedLines window;
    private final LineReader lines;
    private List<Needle> needles = List.of();
    private Optional<FileChannel> ahead = Optional.empty();
    private Optional<Scout> scout = Optional.empty();
    private int near;
    private int unskippable;

    Leaping(BufferedLines window, LineReader lines) {
        this.window = window;
        this.lines = lines;
    }

    void over(List<Needle> all) {
        needles = List.copyOf(all);
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
        if (needles.isEmpty() || unskippable >= MOST_UNSKIPPABLE) {
            return false;
        }
        if (needles.size() > 1 && (window.filled >= SAMPLE || window.atEnd)) {
            int sample = Math.min(window.filled, SAMPLE);
            needles = List.of(Needle.rarest(needles, window.b, sample));
        }
        return go(needles.getFirst(), begun);
    }

    private boolean go(Needle characters, int begun) throws IOException {
        int known = begun;
        while (true) {
            int from = known >= 0 ? known : window.scan;
            int found = characters.find(window.b, from, window.filled);
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
            if (leap(characters)) {
                known = -1;
                continue;
            }
            if (window.filled == window.b.length) {
                if (known >= 0 || window.scan == 0) {
                    return known != begun;
                }
                window.lineStart = window.scan;
                window.scan -= window.makeRoom(-1);
            }
            window.fill();
        }
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
     * Goes to the next event that may hold {@code characters} where that is far away, without
     * reading what is between.
     */
    private boolean leap(Needle characters) throws IOException {
        if (ahead.isEmpty() || window.filled < SAMPLE || near >= MOST_NEAR) {
            return false;
        }
        if (scout.isEmpty()) {
            scout = Optional.of(new Scout(ahead.get(), characters));
        }
        long here = window.base + window.filled;
        long place = scout.get().next(here - characters.length() + 1);
        boolean none = place == scout.get().size();
        boolean far = place - here >= LEAP;
        long head = none ? Math.max(here, place) : far ? scout.get().head(lines, place) : -1;
        if (head < here) {
            near++;
            return false;
        }
        near = 0;
        window.leap(head - here);
        window.atEnd = none;
        return true;
    }
}
