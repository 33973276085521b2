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
 * @param source the only one whose lines are shown; empty for all
 */
public record LogFilters(Optional<LogFilter> in, List<LogFilter> out, Optional<String> source) {

    /** More are not taken. */
    public static final int MOST_OUT = 20;

    public static final LogFilters NONE =
            new LogFilters(Optional.empty(), List.of(), Optional.empty());

    public LogFilters {
        out = List.copyOf(out);
    }

    /** Whether every line is shown. */
    public boolean none() {
        return in.isEmpty() && out.isEmpty() && source.isEmpty();
    }

    LogFilters only(Optional<LogFilter> next) {
        return new LogFilters(next, out, source);
    }

    LogFilters without(LogFilter next) {
        List<LogFilter> more = new ArrayList<>(out);
        more.add(next);
        return new LogFilters(in, more, source);
    }

    LogFilters of(Optional<String> next) {
        return new LogFilters(in, out, next);
    }

    LogFilters withAll() {
        return new LogFilters(in, List.of(), source);
    }

    /**
     * @param patience what is left of it grows less with each character looked at
     * @throws LogFilter.Unusable if it runs out
     */
    boolean lets(LogLine line, LogFilter.Patience patience) throws LogFilter.Unusable {
        if (source.isPresent() && !source.get().equals(line.source())) {
            return false;
        }
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

    /**
     * Whether {@code line} is shown.
     *
     * @throws LogFilter.Unusable where an expression takes too long
     */
    public boolean lets(LogLine line) throws LogFilter.Unusable {
        return lets(line, new LogFilter.Patience(line.text().length() / 100));
    }

    /**
     * Several at once: what one of them shows, without what one of them hides.
     *
     * @throws LogFilter.Unusable where their expressions cannot be put together
     */
    static LogFilters together(List<LogFilters> all) throws LogFilter.Unusable {
        List<LogFilter> in = new ArrayList<>();
        List<LogFilter> out = new ArrayList<>();
        for (LogFilters each : all) {
            each.in().ifPresent(in::add);
            out.addAll(each.out());
        }
        if (out.size() > MOST_OUT) {
            throw new LogFilter.Unusable("they hide by more than " + MOST_OUT + " expressions");
        }
        return new LogFilters(
                in.isEmpty() ? Optional.empty() : Optional.of(LogFilter.any(in)), out, source(all));
    }

    private static Optional<String> source(List<LogFilters> all) {
        return all.stream().flatMap(it -> it.source().stream()).findFirst();
    }

    /** As the pane's title names them: {@code /in/ -/out/}. */
    public String words() {
        StringBuilder words = new StringBuilder();
        source.ifPresent(it -> words.append("only ").append(it));
        in.ifPresent(
                it ->
                        words.append(words.isEmpty() ? "" : " ")
                                .append('/')
                                .append(it.words())
                                .append('/'));
        for (LogFilter each : out) {
            words.append(words.isEmpty() ? "" : " ").append("-/").append(each.words()).append('/');
        }
        return words.toString();
    }
}
