package dev.warroom.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the log lines are looked at, as it is kept from one sitting to the next.
 *
 * @param filters that are in force
 * @param named filters that have a name
 * @param wrapped whether long lines are broken
 * @param folded whether an event of several lines takes one row
 * @param place the line that is meant; empty while the newest are followed
 */
public record LogView(
        Filters filters,
        Map<String, Filters> named,
        boolean wrapped,
        boolean folded,
        Optional<LogPlace> place) {

    /** Nothing was kept. */
    public static final LogView USUAL =
            new LogView(Filters.of(LogFilters.NONE), Map.of(), false, true, Optional.empty());

    /**
     * Filters as they were typed.
     *
     * @param in empty for all lines
     * @param source empty for all
     */
    public record Filters(String in, List<String> out, String source) {

        public Filters {
            out = List.copyOf(out);
        }

        static Filters of(LogFilters filters) {
            return new Filters(
                    filters.in().map(LogFilter::words).orElse(""),
                    filters.out().stream().map(LogFilter::words).toList(),
                    filters.source().orElse(""));
        }

        /**
         * @throws LogFilter.Unusable where one of them cannot be used
         */
        LogFilters read() throws LogFilter.Unusable {
            List<LogFilter> hiding = new ArrayList<>();
            for (String words : out.subList(0, Math.min(out.size(), LogFilters.MOST_OUT))) {
                hiding.add(LogFilter.of(words));
            }
            return new LogFilters(
                    in.isEmpty() ? Optional.empty() : Optional.of(LogFilter.of(in)),
                    hiding,
                    Optional.of(source).filter(it -> !it.isEmpty()));
        }
    }

    public LogView {
        named = Map.copyOf(named);
    }

    static LogView of(Logs logs) {
        Map<String, Filters> named = new LinkedHashMap<>();
        logs.look().named().forEach((name, each) -> named.put(name, Filters.of(each)));
        Optional<LogPlace> place =
                logs.following()
                        ? Optional.empty()
                        : logs.meant()
                                .filter(it -> it.offset() >= 0)
                                .map(it -> new LogPlace(it.source(), it.offset()));
        return new LogView(
                Filters.of(logs.filters()),
                named,
                logs.look().wrapped(),
                logs.look().folded(),
                place.or(() -> logs.look().wanted()));
    }
}
