package dev.warroom.logs.event;

import dev.warroom.logs.clue.Clues;
import dev.warroom.logs.line.LineReader;
import dev.warroom.room.LogLevel;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads one log, event by event: a line and the lines that go on with it, such as its stack trace.
 * After {@link #next} it holds one event; no object is made for an event that nobody looks at. Not
 * for use by several threads.
 */
public final class EventReader implements Closeable {

    /** More than this of one event is left out, and counted. */
    public static final int MOST_BYTES = 256 * 1024;

    private final String file;
    private final String source;
    private final InputStream in;
    private final LineReader lines;
    private final EventSpan event = new EventSpan();
    private final EventSpan next = new EventSpan();
    private final BufferedLines window;
    private final Leaping leaping;
    private boolean nextKnown;
    private long key = Long.MIN_VALUE;

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
        this.window = new BufferedLines(in, event);
        this.leaping = new Leaping(window, lines);
    }

    /**
     * From now on, events to which {@code clues} do not lead may be passed over; their times do not
     * count for {@link #order}.
     */
    public void passOver(Clues clues) {
        leaping.to(clues);
    }

    /**
     * Events that may be passed over need not be read; then {@link #line} says nothing of use.
     *
     * @param file the one whose bytes are read here
     */
    public void leapIn(FileChannel file) {
        leaping.in(file);
    }

    /** Goes to the next event; false where there is none. */
    public boolean next() throws IOException {
        if (leaping.go(nextKnown ? next.start : -1)) {
            nextKnown = false;
        }
        if (!nextKnown && !begin()) {
            return false;
        }
        event.copy(next);
        nextKnown = false;
        while (window.next(true)) {
            lines.read(window.b, window.lineStart, window.lineEnd);
            if (!lines.continues()) {
                set();
                break;
            }
            event.add(window);
        }
        if (event.timed) {
            key = Math.max(key, event.seconds * 1000 + event.nanos / 1_000_000);
        }
        return true;
    }

    private boolean begin() throws IOException {
        if (!window.next(false)) {
            return false;
        }
        lines.read(window.b, window.lineStart, window.lineEnd);
        set();
        return true;
    }

    private void set() {
        next.begin(window, lines);
        nextKnown = true;
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
        String text = new String(window.b, from, to - from, StandardCharsets.UTF_8);
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
