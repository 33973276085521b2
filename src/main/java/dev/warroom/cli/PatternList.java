package dev.warroom.cli;

import dev.warroom.logs.event.EventReader;
import dev.warroom.logs.pattern.Pattern;
import dev.warroom.logs.pattern.PatternTree;
import dev.warroom.room.LogLevel;
import dev.warroom.text.Sanitiser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The patterns of what was read, and how often each came in each log. */
final class PatternList {

    private final PatternTree tree = new PatternTree();
    private final Map<Pattern, Map<String, Long>> sources = new HashMap<>();

    /** Counts the event that {@code reader} holds; answers its pattern. */
    Pattern add(EventReader reader) {
        Pattern pattern = tree.add(reader.message(), reader.level());
        sources.computeIfAbsent(pattern, it -> new TreeMap<>())
                .merge(reader.source(), 1L, Long::sum);
        return pattern;
    }

    /**
     * One line for each: its count, level, id and words; the most frequent first.
     *
     * @param named whether to say in which logs
     */
    void print(boolean named, BulkOutput out) {
        List<Pattern> order = new ArrayList<>(tree.patterns());
        order.sort(Comparator.comparingLong(Pattern::count).reversed());
        for (Pattern pattern : order) {
            String level =
                    pattern.level() == LogLevel.NONE
                            ? "-"
                            : pattern.level().name().toLowerCase(Locale.ROOT);
            String words = Sanitiser.line(pattern.text());
            out.text()
                    .append(
                            String.format(
                                    Locale.ROOT,
                                    "%,12d  %-8s  %s  %s",
                                    pattern.count(),
                                    level,
                                    pattern.id(),
                                    words));
            if (named) {
                List<String> counts = new ArrayList<>();
                sources.get(pattern)
                        .forEach(
                                (source, count) ->
                                        counts.add(
                                                String.format(
                                                        Locale.ROOT,
                                                        "%s %,d",
                                                        Sanitiser.line(source),
                                                        count)));
                out.text().append("  (").append(String.join(", ", counts)).append(')');
            }
            out.text().append('\n');
            if (!out.written()) {
                return;
            }
        }
    }
}
