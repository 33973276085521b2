package dev.warroom.logs;

import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.text.LineAssembler;

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
    private final LineAssembler assembler = new LineAssembler(MOST_BYTES, this::line);
    private Levels levels = new Levels();
    private LogLevel level = LogLevel.NONE;
    private boolean begunBefore;

    /**
     * @param begunBefore whether the first byte is in the middle of a line
     */
    SourceLines(String source, Outbox outbox, boolean begunBefore) {
        this.source = source;
        this.outbox = outbox;
        this.begunBefore = begunBefore;
    }

    void add(byte[] bytes, int count) {
        assembler.add(bytes, 0, count);
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

    /** What comes next has nothing to do with what came before. */
    void restart() {
        assembler.flush();
        begunBefore = false;
        levels = new Levels();
    }

    /** A line of our own between those of the file. */
    void remark(String text) {
        restart();
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
        } else {
            level = levels.next(text);
        }
        outbox.add(new LogLine(source, level, cut(shown)));
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
