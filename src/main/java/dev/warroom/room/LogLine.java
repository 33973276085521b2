package dev.warroom.room;

/**
 * One line of a log, made safe to draw.
 *
 * @param source the short name of the file it stands in
 * @param text sanitised; at most {@link #MOST_CHARACTERS} characters
 */
public record LogLine(String source, LogLevel level, String text) {

    /** A longer line is cut, and says by how much. */
    public static final int MOST_CHARACTERS = 4096;
}
