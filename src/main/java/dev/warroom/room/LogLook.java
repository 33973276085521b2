package dev.warroom.room;

import org.pcollections.HashTreePMap;
import org.pcollections.OrderedPSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

import java.util.Optional;

/**
 * How the log lines are looked at.
 *
 * @param wrapped whether long lines are broken instead of cut
 * @param folded whether an event of several lines shows its first one only
 * @param marks lines that were marked, in that order; at most {@link #MOST_MARKS}
 * @param named filters that have a name
 * @param wanted where the sitting before looked, until the log it is in has been found
 */
public record LogLook(
        boolean wrapped,
        boolean folded,
        PSet<LogLine> marks,
        PMap<String, LogFilters> named,
        Optional<LogPlace> wanted) {

    /** More lines cannot be marked. */
    public static final int MOST_MARKS = 1_000;

    static final LogLook USUAL =
            new LogLook(false, true, OrderedPSet.empty(), HashTreePMap.empty(), Optional.empty());

    LogLook wrapped(boolean next) {
        return new LogLook(next, folded, marks, named, wanted);
    }

    LogLook folded(boolean next) {
        return new LogLook(wrapped, next, marks, named, wanted);
    }

    /** Marks the line, or takes its mark away. */
    LogLook marking(LogLine line) {
        PSet<LogLine> next = marks.contains(line) ? marks.minus(line) : marks.plus(line);
        return new LogLook(wrapped, folded, next, named, wanted);
    }

    LogLook unmarked() {
        return new LogLook(wrapped, folded, OrderedPSet.empty(), named, wanted);
    }

    LogLook named(String name, LogFilters filters) {
        return new LogLook(wrapped, folded, marks, named.plus(name, filters), wanted);
    }

    LogLook unnamed(String name) {
        return new LogLook(wrapped, folded, marks, named.minus(name), wanted);
    }

    LogLook wanting(Optional<LogPlace> place) {
        return new LogLook(wrapped, folded, marks, named, place);
    }
}
