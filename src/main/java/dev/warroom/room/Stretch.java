package dev.warroom.room;

import java.util.List;

/**
 * A part of a log file that is looked at instead of its newest lines.
 *
 * @param source the file's short name
 * @param from the offset of its first byte
 * @param to the offset behind its last one
 * @param size of the file when it was read
 * @param lines those of its lines that the filters let through, in order
 */
public record Stretch(String source, long from, long to, long size, List<LogLine> lines) {

    public Stretch {
        lines = List.copyOf(lines);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "from " + from + " must be >= 0, and to " + to + " not before it");
        }
    }

    /** How many of its lines begin at {@code offset} or behind it. */
    int linesFrom(long offset) {
        int count = 0;
        for (int i = lines.size() - 1; i >= 0 && lines.get(i).offset() >= offset; i--) {
            count++;
        }
        return count;
    }

    /** Whether {@code other} goes on where it ends. */
    boolean before(Stretch other) {
        return source.equals(other.source) && to == other.from;
    }
}
