package dev.warroom.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which log lines are shown: those that the one lets through and none of the others finds something
 * in.
 *
 * @param in what a line must have; empty for all lines
 * @param out what it must not have
 */
public record LogFilters(Optional<LogFilter> in, List<LogFilter> out) {

    /** More are not taken. */
    public static final int MOST_OUT = 20;

    public static final LogFilters NONE = new LogFilters(Optional.empty(), List.of());

    public LogFilters {
        out = List.copyOf(out);
    }

    /** Whether every line is shown. */
    public boolean none() {
        return in.isEmpty() && out.isEmpty();
    }

    LogFilters only(Optional<LogFilter> next) {
        return new LogFilters(next, out);
    }

    LogFilters without(LogFilter next) {
        List<LogFilter> more = new ArrayList<>(out);
        more.add(next);
        return new LogFilters(in, more);
    }

    LogFilters withAll() {
        return new LogFilters(in, List.of());
    }

    /**
     * @param patience what is left of it grows less with each character looked at
     * @throws LogFilter.Unusable if it runs out
     */
    boolean lets(LogLine line, LogFilter.Patience patience) throws LogFilter.Unusable {
        if (in.isPresent() && !in.get().lets(line, patience)) {
            return false;
        }
        for (LogFilter each : out) {
            if (each.lets(line, patience)) {
                return false;
            }
        }
        return true;
    }

    /** As the pane's title names them: {@code /in/ -/out/}. */
    public String words() {
        StringBuilder words = new StringBuilder();
        in.ifPresent(it -> words.append('/').append(it.words()).append('/'));
        for (LogFilter each : out) {
            words.append(words.isEmpty() ? "" : " ").append("-/").append(each.words()).append('/');
        }
        return words.toString();
    }
}
