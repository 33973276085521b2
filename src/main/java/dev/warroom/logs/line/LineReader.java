package dev.warroom.logs.line;

import dev.warroom.room.LogLevel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Reads what the lines of one source say of themselves. It remembers how the line before was
 * written, because the next one is likely to be written the same way. Not for use by several
 * threads.
 *
 * <p>Only ASCII structure counts, so bytes of UTF-8 and of Latin-1 are read alike.
 */
public final class LineReader {

    /** Further to the right nothing is looked for. */
    private static final int LOOKED_AT = 4096;

    private static final byte ESCAPE = 0x1B;

    private final Moment moment;
    private final TimeTable times;
    private final LevelFinder levels = new LevelFinder();
    private final Head head = new Head();
    private final Shape json;
    private final Shape glog;
    private final Shape android = new AndroidShape();
    private final Shape general;
    private final Shape[] timed;
    private final Shape logfmt;
    private boolean continues;
    private boolean begun;
    private boolean eventTimed;
    private int eventColumn;

    /**
     * @param zone of times that do not name one
     * @param changed when the source was changed last: times without a year, or without a day, are
     *     the latest that are not after it
     */
    public LineReader(ZoneId zone, Instant changed) {
        moment = new Moment(zone, changed);
        times = new TimeTable(moment);
        json = new JsonShape(levels, moment);
        glog = new GlogShape(moment);
        logfmt = new LogfmtShape(levels);
        general = new GeneralShape(levels, new Moment(zone, changed));
        timed = new Shape[] {new AccessShape(), new RedisShape(), android, new SyslogShape(levels)};
    }

    /** Reads the line that stands in {@code b}, without its end. */
    public void read(byte[] b, int from, int to) {
        int limit = Math.min(to, from + LOOKED_AT);
        if (Bytes.find(b, from, limit, ESCAPE) == limit) {
            readPlain(b, from, limit);
            return;
        }
        byte[] plain = withoutColours(b, from, limit);
        readPlain(plain, 0, plain.length);
        int colours = limit - from - plain.length;
        head.message = Math.min(to, from + head.message + colours);
        head.messageEnd = to;
    }

    /** Reads a line of text. */
    public void read(String line) {
        byte[] b = line.getBytes(StandardCharsets.ISO_8859_1);
        read(b, 0, b.length);
    }

    /** How grave the line calls itself; one that goes on with an event is as grave as that. */
    public LogLevel level() {
        return head.level;
    }

    /** Whether the line has a time of its own. */
    public boolean timed() {
        return head.timed && !continues;
    }

    /** The line's own time in ms since 1970; only where it is {@link #timed}. */
    public long millis() {
        return head.seconds * 1000 + head.nanos / 1_000_000;
    }

    /** The line's own time in whole seconds since 1970; only where it is {@link #timed}. */
    public long seconds() {
        return head.seconds;
    }

    /** The nanoseconds of that; only where it is {@link #timed}. */
    public int nanos() {
        return head.nanos;
    }

    /** {@link #message} and {@link #messageEnd} need not be right: reading is faster without. */
    public void withoutMessages() {
        head.messageSought = false;
    }

    /** Where the message begins, behind time, level and names; an index into the bytes. */
    public int message() {
        return head.message;
    }

    /** Where the message ends; an index into the bytes. */
    public int messageEnd() {
        return head.messageEnd;
    }

    /** Whether the line goes on with the event of the line before. */
    public boolean continues() {
        return continues;
    }

    /**
     * Whether the line begins an event whatever was read before it. That line is the one to read
     * next.
     */
    public boolean surelyBegins(byte[] b, int from, int to) {
        read(b, from, to);
        boolean own = head.whole || head.timed && !Continuation.indented(b, from, to);
        return own && from < to && !Continuation.stackTrace(b, from, to);
    }

    private void readPlain(byte[] b, int from, int to) {
        LogLevel before = head.level;
        head.clear(from, to);
        if (from < to) {
            shape(b, from, to);
        }
        continues = begun && continues(b, from, to);
        if (continues) {
            head.level = before;
            head.message = from;
            head.messageEnd = to;
        } else {
            begun = true;
            eventTimed = head.timed;
            eventColumn = head.timeColumn;
        }
    }

    private void shape(byte[] b, int from, int to) {
        times.begin = from;
        times.end = from;
        if (b[from] == '{' && json.read(b, from, to, times, head)
                || glog.read(b, from, to, times, head)) {
            return;
        }
        if (times.find(b, from, to)) {
            head.at(moment, times.begin - from);
            for (Shape shape : timed) {
                if (shape.read(b, from, to, times, head)) {
                    return;
                }
            }
        } else {
            times.begin = from;
            times.end = from;
            if (android.read(b, from, to, times, head)) {
                return;
            }
        }
        if (!logfmt.read(b, from, to, times, head)) {
            general.read(b, from, to, times, head);
        }
    }

    /**
     * In a source whose events have times, what has none belongs to the event before, unless it
     * begins with a level; elsewhere only what stands further in does, and stack traces.
     */
    private boolean continues(byte[] b, int from, int to) {
        if (head.whole) {
            return false;
        }
        if (from == to || Continuation.stackTrace(b, from, to)) {
            return true;
        }
        boolean indented = Continuation.indented(b, from, to);
        if (head.timed) {
            return indented && eventTimed && head.timeColumn != eventColumn;
        }
        if (indented) {
            return true;
        }
        boolean saysLevel = head.level != LogLevel.NONE && head.message - from < 24;
        return eventTimed && !saysLevel;
    }

    private static byte[] withoutColours(byte[] b, int from, int to) {
        byte[] plain = new byte[to - from];
        int count = 0;
        int at = from;
        while (at < to) {
            if (b[at] == ESCAPE && at + 1 < to && b[at + 1] == '[') {
                int end = at + 2;
                while (end < to && (Ascii.digit(b[end]) || b[end] == ';')) {
                    end++;
                }
                at = end < to ? end + 1 : to;
            } else {
                plain[count++] = b[at++];
            }
        }
        return java.util.Arrays.copyOf(plain, count);
    }
}
