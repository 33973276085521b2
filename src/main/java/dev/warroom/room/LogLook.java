package dev.warroom.room;

import org.pcollections.OrderedPSet;
import org.pcollections.PSet;

/**
 * How the log lines are looked at.
 *
 * @param wrapped whether long lines are broken instead of cut
 * @param marks lines that were marked, in that order; at most {@link #MOST_MARKS}
 */
public record LogLook(boolean wrapped, PSet<LogLine> marks) {

    /** More lines cannot be marked. */
    public static final int MOST_MARKS = 1_000;

    static final LogLook USUAL = new LogLook(false, OrderedPSet.empty());

    LogLook wrapped(boolean next) {
        return new LogLook(next, marks);
    }

    /** Marks the line, or takes its mark away. */
    LogLook marking(LogLine line) {
        PSet<LogLine> next = marks.contains(line) ? marks.minus(line) : marks.plus(line);
        return new LogLook(wrapped, next);
    }

    LogLook unmarked() {
        return new LogLook(wrapped, OrderedPSet.empty());
    }
}
