package dev.warroom.logs;

import dev.warroom.logs.line.LineReader;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.text.Counted;
import dev.warroom.text.LineAssembler;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The lines of one file, made out of its bytes.
 *
 * <p>A last line without an end is held back until its end comes, or until nothing has come for a
 * while; then it is shown as it is. What comes to such a line later is shown on a line of its own
 * that begins with {@link #REST}, so that nothing is shown twice; where only the end comes, nothing
 * is shown.
 */
final class SourceLines {

    /** Stands before the rest of a line whose beginning has been shown. */
    static final String REST = "… ";

    /** Bytes kept of a line; below {@link LogLine#MOST_CHARACTERS} by what says how much is cut. */
    private static final int MOST_BYTES = LogLine.MOST_CHARACTERS - 96;

    private final String source;
    private final Outbox outbox;
    private LineAssembler assembler = new LineAssembler(MOST_BYTES, this::line);
    private final Instant changed;
    private final ZoneId zone;
    private LineReader reader;

    /** Where the file's first byte is, counted from the first byte that the assembler took. */
    private long origin;

    private boolean begunBefore;

    /**
     * @param offset of the first byte that will come
     * @param begunBefore whether that is in the middle of a line
     * @param changed when the file was changed last
     * @param zone of times that do not name one
     */
    SourceLines(
            String source,
            Outbox outbox,
            long offset,
            boolean begunBefore,
            Instant changed,
            ZoneId zone) {
        this.source = source;
        this.origin = offset;
        this.changed = changed;
        this.zone = zone;
        this.reader = new LineReader(zone, changed);
        this.outbox = outbox;
        this.begunBefore = begunBefore;
    }

    void add(byte[] bytes, int count) {
        add(bytes, 0, count);
    }

    void add(byte[] bytes, int from, int count) {
        long next = origin + assembler.taken() + count;
        try {
            assembler.add(bytes, from, count);
        } catch (RuntimeException e) {
            // Whatever is wrong with these bytes, those that come after them are to be seen.
            assembler = new LineAssembler(MOST_BYTES, this::line);
            reader = new LineReader(zone, changed);
            origin = next;
            begunBefore = false;
            outbox.spoilt(source, "up to " + Counted.of(count, "byte"), e);
        }
    }

    /** Whether a line is held back. */
    boolean holding() {
        return !assembler.empty();
    }

    /** Shows the line that is held back; its rest may still come. */
    void release() {
        if (holding()) {
            assembler.flush();
            begunBefore = true;
        }
    }

    /**
     * What comes next has nothing to do with what came before.
     *
     * @param offset of what comes next
     */
    void restart(long offset) {
        begin(offset, false);
    }

    /**
     * Goes on at another place.
     *
     * @param within whether that is in the middle of a line whose beginning has been shown
     */
    void begin(long offset, boolean within) {
        assembler.flush();
        begunBefore = within;
        origin = offset - assembler.taken();
        reader = new LineReader(zone, changed);
    }

    /** A line of our own between those of the file. */
    void remark(String text) {
        assembler.flush();
        outbox.add(new LogLine(source, LogLevel.NOTICE, REST + text));
    }

    private void line(String text) {
        String shown = text;
        if (begunBefore) {
            begunBefore = false;
            if (text.isEmpty()) {
                return;
            }
            shown = REST + text;
            outbox.add(line(true, shown));
            return;
        }
        reader.read(text);
        outbox.add(line(reader.continues(), shown));
    }

    private LogLine line(boolean continues, String text) {
        long at = !continues && reader.timed() ? reader.millis() : LogLine.UNTIMED;
        long offset = origin + assembler.lineAt();
        return new LogLine(source, offset, at, reader.level(), continues, cut(text));
    }

    /** Only for text that has grown by what it spells out; the usual long line is cut before. */
    private static String cut(String text) {
        if (text.length() <= LogLine.MOST_CHARACTERS) {
            return text;
        }
        int end = LogLine.MOST_CHARACTERS - 2;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + " …";
    }
}
