package dev.warroom.logs;

import dev.warroom.logs.pattern.Pattern;
import dev.warroom.logs.pattern.PatternTree;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogPattern;
import dev.warroom.room.LogTally;
import dev.warroom.text.Sanitiser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Events of logs, counted by pattern and by time. Not for use by several threads. */
final class LineCounts {

    /** More sources of one pattern are not named. */
    private static final int MOST_SOURCES = 20;

    private final long since;
    private final PatternTree tree = new PatternTree();
    private final Map<Pattern, Count> counts = new IdentityHashMap<>();
    private final TreeMap<Long, int[]> spans = new TreeMap<>();

    private static final class Count {
        private long before;
        private long since;
        private long first = Long.MAX_VALUE;
        private String source = "";
        private final Map<String, Long> sources = new LinkedHashMap<>();
    }

    /**
     * @param since when the incident began, in ms since 1970; {@link LogLine#UNTIMED} without one
     */
    LineCounts(long since) {
        this.since = since;
    }

    /**
     * An event has come.
     *
     * @param at when, in ms since 1970
     * @param now the latest time that counts
     */
    void add(String source, String message, LogLevel level, long at, long now) {
        Pattern pattern = tree.add(message, level);
        Count count = counts.computeIfAbsent(pattern, any -> new Count());
        if (since != LogLine.UNTIMED && at >= since) {
            count.since++;
        } else {
            count.before++;
        }
        if (count.source.isEmpty()) {
            count.source = source;
        }
        count.first = Math.min(count.first, at);
        if (count.sources.size() < MOST_SOURCES || count.sources.containsKey(source)) {
            count.sources.merge(source, 1L, Long::sum);
        }
        span(level, Math.min(at, now), now);
    }

    private void span(LogLevel level, long at, long now) {
        long newest = now / LogTally.SPAN_MILLIS;
        long index = at / LogTally.SPAN_MILLIS;
        if (index <= newest - LogTally.MOST_SPANS) {
            return;
        }
        int[] span = spans.computeIfAbsent(index, any -> new int[3]);
        span[0] += level.compareTo(LogLevel.ERROR) >= 0 ? 1 : 0;
        span[1] += level == LogLevel.WARNING ? 1 : 0;
        span[2]++;
        spans.headMap(newest - LogTally.MOST_SPANS, true).clear();
    }

    LogTally tally(long now) {
        List<LogPattern> patterns = new ArrayList<>();
        for (Pattern pattern : tree.patterns()) {
            Count count = counts.get(pattern);
            if (count != null) {
                patterns.add(pattern(pattern, count));
            }
        }
        patterns.sort(
                Comparator.comparing((LogPattern it) -> it.level().compareTo(LogLevel.WARNING) < 0)
                        .thenComparing(it -> !it.news())
                        .thenComparing(it -> -it.since() - it.before()));
        int most = Math.min(LogTally.MOST_PATTERNS, patterns.size());
        List<LogTally.Span> filled = new ArrayList<>();
        long newest = now / LogTally.SPAN_MILLIS;
        if (!spans.isEmpty()) {
            for (long i = spans.firstKey(); i <= newest; i++) {
                int[] span = spans.get(i);
                filled.add(
                        span == null
                                ? LogTally.Span.NONE
                                : new LogTally.Span(span[0], span[1], span[2]));
            }
        }
        return new LogTally(
                since,
                patterns.subList(0, most),
                patterns.size() - most,
                filled,
                (newest + 1) * LogTally.SPAN_MILLIS);
    }

    private static LogPattern pattern(Pattern pattern, Count count) {
        String where = count.source;
        if (count.sources.size() > 1) {
            List<String> each = new ArrayList<>();
            count.sources.forEach((source, lines) -> each.add(source + " " + lines));
            where = String.join(", ", each);
        }
        return new LogPattern(
                pattern.id(),
                pattern.level(),
                count.source,
                where,
                Sanitiser.line(pattern.text()),
                count.before,
                count.since,
                count.first);
    }
}
