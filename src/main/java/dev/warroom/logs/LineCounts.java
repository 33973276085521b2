package dev.warroom.logs;

import dev.warroom.logs.pattern.Pattern;
import dev.warroom.logs.pattern.PatternTree;
import dev.warroom.room.KnownBefore;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogPattern;
import dev.warroom.room.LogTally;
import dev.warroom.text.Sanitiser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Events of logs, counted by pattern and by time. Not for use by several threads. */
final class LineCounts {

    /** More sources of one pattern are not named. */
    private static final int MOST_SOURCES = 20;

    private final long since;

    /** What was harmless is new when it is an error for the first time. */
    private final Map<Gravity, PatternTree> trees = new EnumMap<>(Gravity.class);

    private final Map<Pattern, Count> counts = new IdentityHashMap<>();
    private final TreeMap<Long, int[]> spans = new TreeMap<>();

    private enum Gravity {
        HARMLESS,
        WARNING,
        ERROR;

        static Gravity of(LogLevel level) {
            if (level.compareTo(LogLevel.WARNING) < 0) {
                return HARMLESS;
            }
            return level == LogLevel.WARNING ? WARNING : ERROR;
        }
    }

    private static final class Count {
        private long before;
        private long since;
        private long first = Long.MAX_VALUE;
        private String source = "";
        private final Map<String, Long> sources = new LinkedHashMap<>();

        private void seen(String where, long at, long lines) {
            if (source.isEmpty()) {
                source = where;
            }
            first = Math.min(first, at);
            if (sources.size() < MOST_SOURCES || sources.containsKey(where)) {
                sources.merge(where, lines, Long::sum);
            }
        }

        /** Whether it is known of one source at least that it did not come there before. */
        private boolean sure(KnownBefore past) {
            return !past.waits() && sources.keySet().stream().anyMatch(past::knows);
        }
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
        Pattern pattern = pattern(message, level);
        Count count = counts.computeIfAbsent(pattern, any -> new Count());
        if (since != LogLine.UNTIMED && at >= since) {
            count.since++;
        } else {
            count.before++;
        }
        count.seen(source, at, 1);
        span(level, Math.min(at, now), now);
    }

    private Pattern pattern(String message, LogLevel level) {
        return trees.computeIfAbsent(
                        Gravity.of(level),
                        it -> new PatternTree(it == Gravity.HARMLESS ? "" : it.name() + " "))
                .add(message, level);
    }

    private List<Pattern> patterns() {
        return trees.values().stream().flatMap(it -> it.patterns().stream()).toList();
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

    /**
     * Begins to count anew.
     *
     * @param began when the incident did, in ms since 1970
     * @param again sources that are read once more; what came in others cannot be, and stays
     */
    LineCounts from(long began, Set<String> again) {
        LineCounts fresh = new LineCounts(began);
        for (Pattern pattern : patterns()) {
            Count count = counts.get(pattern);
            if (count != null && count.first < began) {
                count.sources.forEach(
                        (source, lines) -> {
                            if (!again.contains(source)) {
                                fresh.carry(source, pattern, count.first, lines);
                            }
                        });
            }
        }
        return fresh;
    }

    private void carry(String source, Pattern known, long first, long lines) {
        Pattern pattern = pattern(known.text(), known.level());
        Count count = counts.computeIfAbsent(pattern, any -> new Count());
        count.before += lines;
        count.seen(source, first, lines);
    }

    /**
     * What has been counted.
     *
     * @param past how far it is known what came before
     */
    LogTally tally(long now, KnownBefore past) {
        List<LogPattern> patterns = new ArrayList<>();
        for (Pattern pattern : patterns()) {
            Count count = counts.get(pattern);
            if (count != null) {
                patterns.add(pattern(pattern, count, past));
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
                (newest + 1) * LogTally.SPAN_MILLIS,
                past);
    }

    private static LogPattern pattern(Pattern pattern, Count count, KnownBefore past) {
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
                count.first,
                count.sure(past));
    }
}
