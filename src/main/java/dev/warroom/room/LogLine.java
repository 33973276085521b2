package dev.warroom.room;

/**
 * One line of a log, made safe to draw.
 *
 * @param source the short name of the file it stands in
 * @param offset of its first byte in the file; -1 where it is not a line of a file
 * @param at when it says it was written, in ms since 1970; {@link #UNTIMED} where it does not say
 * @param continues whether it goes on with the event of the line before, as a stack trace does
 * @param text sanitised; at most {@link #MOST_CHARACTERS} characters
 */
public record LogLine(
        String source, long offset, long at, LogLevel level, boolean continues, String text) {

    /** A longer line is cut, and says by how much. */
    public static final int MOST_CHARACTERS = 4096;

    /** Stands for a time that is not known. */
    public static final long UNTIMED = Long.MIN_VALUE;

    /** A line of which no more is known. */
    public LogLine(String source, LogLevel level, String text) {
        this(source, -1, UNTIMED, level, false, text);
    }
}
