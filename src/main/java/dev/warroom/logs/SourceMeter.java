package dev.warroom.logs;

import dev.warroom.room.LogLine;
import dev.warroom.room.LogRate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures how much comes from each source of log lines, and how late. For several threads. */
public final class SourceMeter {

    /** More sources are not measured. */
    static final int MOST_SOURCES = 1_024;

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private long measured;

    private static final class Count {
        private long lines;
        private long fresh;
        private long dropped;
        private long newest;
        private long lag = -1;
    }

    /**
     * Lines have come.
     *
     * @param fresh whether they were written after the log was opened, so that they tell how far
     *     behind it is
     * @param now in ms since 1970
     */
    public synchronized void add(List<LogLine> lines, boolean fresh, long now) {
        for (LogLine line : lines) {
            Count count = count(line.source());
            if (count == null) {
                continue;
            }
            count.lines++;
            count.fresh++;
            count.newest = now;
            if (fresh && line.at() != LogLine.UNTIMED) {
                count.lag = Math.max(0, now - line.at());
            }
        }
    }

    /** One of them came too fast for the room. */
    public synchronized void dropped(LogLine line) {
        Count count = count(line.source());
        if (count != null) {
            count.dropped++;
        }
    }

    private Count count(String source) {
        Count count = counts.get(source);
        if (count == null && counts.size() < MOST_SOURCES) {
            count = new Count();
            counts.put(source, count);
        }
        return count;
    }

    /**
     * What has come since the last time this was asked.
     *
     * @param now in ms since 1970
     */
    public synchronized Map<String, LogRate> rates(long now) {
        double seconds = Math.max(1, now - measured) / 1000.0;
        boolean first = measured == 0;
        measured = now;
        Map<String, LogRate> rates = new HashMap<>();
        counts.forEach(
                (source, count) -> {
                    double perSecond = first ? 0 : count.fresh / seconds;
                    count.fresh = 0;
                    rates.put(
                            source,
                            new LogRate(
                                    now,
                                    perSecond,
                                    count.lag,
                                    count.newest,
                                    count.lines,
                                    count.dropped));
                });
        return rates;
    }
}
