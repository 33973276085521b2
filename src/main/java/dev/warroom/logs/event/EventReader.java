package dev.warroom.logs.event;

import dev.warroom.logs.line.Bytes;
import dev.warroom.logs.line.LineReader;
import dev.warroom.room.LogLevel;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads one log, event by event: a line and the lines that go on with it, such as its stack trace.
 * After {@link #next} it holds one event; no object is made for an event that nobody looks at. Not
 * for use by several threads.
 */
public final class EventReader implements Closeable {

    /** More than this of one event is left out, and counted. */
    public static final int MOST_BYTES = 256 * 1024;

    private static final int BUFFER = 4 * MOST_BYTES;

    private static final int MOST_UNSKIPPABLE = 3;

    /** Looked through to see which of several needles is the rarest. */
    private static final int SAMPLE = 64 * 1024;

    /** Less than this is read rather than leapt over. */
    private static final int LEAP = 128 * 1024;

    /** Leaps that were not worth it, one after the other, before no more are tried. */
    private static final int MOST_NEAR = 8;

    private final String file;
    private final String source;
    private final InputStream in;
    private final LineReader lines;
    private final byte[] b = new byte[BUFFER];

    /** The file's offset of the buffer's first byte. */
    private long base;

    private int filled;
    private boolean atEnd;

    private final Span event = new Span();
    private final Span next = new Span();
    private boolean nextKnown;
    private int lineStart;
    private int lineEnd;
    private long lineOffset;
    private long lineCut;
    private int scan;
    private long lineNumber;
    private long key = Long.MIN_VALUE;

    private List<Needle> needles = List.of();
    private Optional<FileChannel> ahead = Optional.empty();
    private Optional<Scout> scout = Optional.empty();
    private int near;
    private int unskippable;

    /** An event, as places in the buffer. */
    private static final class Span {
        private int start;
        private int end;
        private int message;
        private int messageEnd;
        private long line;
        private int lineCount;
        private long cut;
        private LogLevel level = LogLevel.NONE;
        private boolean timed;
        private long seconds;
        private int nanos;
        private long offset;

        private void copy(Span other) {
            start = other.start;
            end = other.end;
            message = other.message;
            messageEnd = other.messageEnd;
            line = other.line;
            lineCount = other.lineCount;
            cut = other.cut;
            level = other.level;
            timed = other.timed;
            seconds = other.seconds;
            nanos = other.nanos;
            offset = other.offset;
        }

        private void move(int by) {
            start -= by;
            end -= by;
            message -= by;
            messageEnd -= by;
        }
    }

    /**
     * @param file as it was named
     * @param source short
     * @param in closed with the reader
     */
    public EventReader(String file, String source, InputStream in, LineReader lines) {
        this.file = file;
        this.source = source;
        this.in = in;
        this.lines = lines;
    }

    /**
     * From now on, events without one of {@code all} may be passed over; their times do not count
     * for {@link #order}.
     */
    public void passOver(List<Needle> all) {
        needles = List.copyOf(all);
    }

    /**
     * Events that may be passed over need not be read; then {@link #line} says nothing of use.
     *
     * @param file the one whose bytes are read here
     */
    public void leapIn(FileChannel file) {
        ahead = Optional.of(file);
    }

    /** Goes to the next event; false where there is none. */
    public boolean next() throws IOException {
        if (!needles.isEmpty() && unskippable < MOST_UNSKIPPABLE) {
            if (needles.size() > 1 && (filled >= SAMPLE || atEnd)) {
                needles = List.of(Needle.rarest(needles, b, Math.min(filled, SAMPLE)));
            }
            skip(needles.getFirst());
        }
        if (!nextKnown && !begin(-1)) {
            return false;
        }
        event.copy(next);
        nextKnown = false;
        while (line(event.start)) {
            lines.read(b, lineStart, lineEnd);
            if (!lines.continues()) {
                set();
                break;
            }
            if (lineEnd - event.start <= MOST_BYTES && event.cut == 0) {
                event.end = lineEnd;
                event.cut += lineCut;
            } else {
                event.cut += lineEnd - lineStart + 1 + lineCut;
            }
            event.lineCount++;
        }
        if (event.timed) {
            key = Math.max(key, event.seconds * 1000 + event.nanos / 1_000_000);
        }
        return true;
    }

    /**
     * Goes on near the next event that holds {@code characters}, at one that surely begins there.
     */
    private void skip(Needle characters) throws IOException {
        while (true) {
            int from = nextKnown ? next.start : scan;
            int found = characters.find(b, from, filled);
            int line = Heads.lineOf(b, found < 0 ? filled : found, from);
            int head = Heads.last(lines, b, line, from, filled);
            if (head > from) {
                pass(from, head);
                unskippable = 0;
            } else if (line - from > Heads.MOST_BACK) {
                unskippable++;
                return;
            }
            if (found >= 0 || atEnd) {
                return;
            }
            if (leap(characters)) {
                continue;
            }
            if (filled == b.length) {
                if (nextKnown || scan == 0) {
                    return;
                }
                lineStart = scan;
                scan -= makeRoom(-1);
            }
            fill();
        }
    }

    /**
     * Goes to the next event that may hold {@code characters} where that is far away, without
     * reading what is between.
     */
    private boolean leap(Needle characters) throws IOException {
        if (ahead.isEmpty() || filled < SAMPLE || near >= MOST_NEAR) {
            return false;
        }
        if (scout.isEmpty()) {
            scout = Optional.of(new Scout(ahead.get(), characters));
        }
        long here = base + filled;
        long place = scout.get().next(here - characters.length() + 1);
        boolean none = place == scout.get().size();
        boolean far = place - here >= LEAP;
        long head = none ? Math.max(here, place) : far ? scout.get().head(lines, place) : -1;
        if (head < here) {
            near++;
            return false;
        }
        near = 0;
        in.skipNBytes(head - here);
        atEnd = none;
        base = head;
        filled = 0;
        scan = 0;
        nextKnown = false;
        return true;
    }

    private void pass(int from, int head) {
        int count = 0;
        for (int at = from; at < head; at = Bytes.lineFeed(b, at, head) + 1) {
            count++;
        }
        lineNumber += nextKnown ? count - 1 : count;
        nextKnown = false;
        scan = head;
    }

    private boolean begin(int keep) throws IOException {
        if (!line(keep)) {
            return false;
        }
        lines.read(b, lineStart, lineEnd);
        set();
        return true;
    }

    private void set() {
        next.start = lineStart;
        next.end = lineEnd;
        next.message = lines.message();
        next.messageEnd = lines.messageEnd();
        next.line = lineNumber;
        next.lineCount = 1;
        next.cut = lineCut;
        next.level = lines.level();
        next.timed = lines.timed();
        next.seconds = lines.seconds();
        next.nanos = lines.nanos();
        next.offset = lineOffset;
        nextKnown = true;
    }

    /** Goes to the next line; keeps what the buffer holds from {@code keep} on. */
    private boolean line(int keep) throws IOException {
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
                from -= makeRoom(keep);
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
    private int makeRoom(int keep) {
        int first = keep < 0 ? lineStart : Math.min(keep, lineStart);
        if (first > 0) {
            System.arraycopy(b, first, b, 0, filled - first);
            base += first;
            event.move(first);
            lineStart -= first;
            filled -= first;
            return first;
        }
        if (keep >= 0 && lineStart > event.end + 1) {
            return closeGap();
        }
        int most = lineStart + MOST_BYTES;
        int left = Math.max(0, filled - most);
        lineCut += left;
        base += left;
        filled -= left;
        return left;
    }

    /** Forgets the lines of the event that are left out. */
    private int closeGap() {
        int gap = lineStart - event.end - 1;
        System.arraycopy(b, lineStart, b, lineStart - gap, filled - lineStart);
        base += gap;
        lineStart -= gap;
        filled -= gap;
        return gap;
    }

    private void fill() throws IOException {
        int count = in.read(b, filled, b.length - filled);
        if (count < 0) {
            atEnd = true;
        } else {
            filled += count;
        }
    }

    /** The file, as it was named. */
    public String file() {
        return file;
    }

    /** The file's short name. */
    public String source() {
        return source;
    }

    /** The number of the event's first line, from 1. */
    public long line() {
        return event.line;
    }

    /** The offset of its first byte. */
    public long offset() {
        return event.offset;
    }

    /** How many lines it has. */
    public int lineCount() {
        return event.lineCount;
    }

    /** How many bytes of it were left out because it is too long. */
    public long cut() {
        return event.cut;
    }

    public LogLevel level() {
        return event.level;
    }

    /** The time the event says it happened at. */
    public Optional<Instant> at() {
        return event.timed
                ? Optional.of(Instant.ofEpochSecond(event.seconds, event.nanos))
                : Optional.empty();
    }

    /**
     * Where it belongs in time, in ms since 1970: a log is written in order, so an event without a
     * time, or with an earlier one, belongs where the one before does.
     */
    public long order() {
        return key;
    }

    /** The whole event, without the end of its last line. */
    public String text() {
        return text(event.start, event.end);
    }

    /** What its first line says behind time, level and names. */
    public String message() {
        return text(event.message, event.messageEnd);
    }

    private String text(int from, int to) {
        String text = new String(b, from, to - from, StandardCharsets.UTF_8);
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
