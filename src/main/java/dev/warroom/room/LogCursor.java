package dev.warroom.room;

import java.util.List;
import java.util.Optional;

/** The line that was jumped to, when somebody moves on from it. */
final class LogCursor {

    private LogCursor() {}

    /**
     * Goes on to the next row; the window moves only where that row is not in it.
     *
     * @param newer whether below the line, or above it
     * @param rows of the pane
     * @return empty where no line in the window was jumped to, or there is no further one
     */
    static Optional<Logs> stepped(Logs logs, boolean newer, int rows) {
        List<LogFolds.Row> window = logs.window(logs.fromEnd(), rows);
        int next = row(window, logs) + (newer ? -1 : 1);
        if (row(window, logs) < 0) {
            return Optional.empty();
        }
        if (next >= 0 && next < window.size()) {
            return Optional.of(logs.at(logs.fromEnd(), window.get(next).fromEnd()));
        }
        Logs moved = logs.scrolled(newer ? -1 : 1, rows);
        if (moved.fromEnd() == logs.fromEnd() || moved.cursor() < 0) {
            return Optional.empty();
        }
        List<LogFolds.Row> other = moved.window(moved.fromEnd(), rows);
        LogFolds.Row edge = newer ? other.getFirst() : other.getLast();
        return Optional.of(moved.at(moved.fromEnd(), edge.fromEnd()));
    }

    /** On the line that is meant, so that one goes on from it; not where new lines take it away. */
    static Logs atMeant(Logs logs) {
        return logs.cursor() == Logs.NOWHERE && !logs.following()
                ? logs.at(logs.fromEnd(), logs.fromEnd())
                : logs;
    }

    /** What is not seen any more is not meant. */
    static Logs within(Logs logs, int rows) {
        return row(logs.window(logs.fromEnd(), rows), logs) < 0
                ? logs.at(logs.fromEnd(), Logs.NOWHERE)
                : logs;
    }

    /** The row of it; -1 where there is none. */
    private static int row(List<LogFolds.Row> window, Logs logs) {
        for (int i = 0; i < window.size() && logs.cursor() >= 0; i++) {
            if (window.get(i).fromEnd() == logs.cursor()) {
                return i;
            }
        }
        return -1;
    }
}
