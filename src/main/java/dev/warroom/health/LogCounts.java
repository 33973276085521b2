package dev.warroom.health;

import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many lines of each level came within the last minute. Whoever reads logs says so here, and
 * the probes of the log rate ask; both from threads of their own.
 */
public final class LogCounts {

    private static final int SECONDS = 60;

    /** Counts by second, in a ring of {@value #SECONDS}. */
    private final Map<LogLevel, long[]> counts = new EnumMap<>(LogLevel.class);

    private long newest = Long.MIN_VALUE;
    private boolean fed;
    private final Map<String, String> unread = new TreeMap<>();

    /**
     * Whether the logs of another host can be read.
     *
     * @param trouble why not; empty where they can
     */
    public synchronized void host(String host, String trouble) {
        if (trouble.isEmpty()) {
            unread.remove(host);
        } else {
            unread.put(host, trouble);
        }
    }

    /** Why the logs of some host cannot be read, in words; empty where all can. */
    synchronized Optional<String> unread() {
        return unread.entrySet().stream()
                .findFirst()
                .map(it -> "the logs of " + it.getKey() + " are not read: " + it.getValue());
    }

    /** Logs are read from now on, so that a rate of nothing means something. */
    public synchronized void begin() {
        fed = true;
    }

    /**
     * Lines of a log have come. A line that goes on with the one before is none of its own. One
     * that does not say when it was written is as old as it is here, where it can be known to be
     * new. So is one that says it was written in the future: clocks differ.
     *
     * @param fresh whether they came after the log was opened
     */
    public void add(List<LogLine> lines, boolean fresh, Instant now) {
        for (LogLine line : lines) {
            boolean told = line.at() != LogLine.UNTIMED && line.at() <= now.toEpochMilli();
            if (!line.continues() && (told || fresh)) {
                add(told ? Instant.ofEpochMilli(line.at()) : now, line.level(), 1);
            }
        }
    }

    /**
     * Lines have come.
     *
     * @param at when they were written, or when they came where that is not known
     * @param lines how many, at least 0
     */
    public synchronized void add(Instant at, LogLevel level, long lines) {
        fed = true;
        long second = at.getEpochSecond();
        advance(second);
        if (second > newest - SECONDS) {
            ring(level)[Math.floorMod(second, SECONDS)] += lines;
        }
    }

    /**
     * Lines of {@code least} or a graver level in the minute before {@code now}; -1 unless read.
     */
    synchronized long lastMinute(LogLevel least, Instant now) {
        if (!fed) {
            return -1;
        }
        advance(now.getEpochSecond());
        long sum = 0;
        for (Map.Entry<LogLevel, long[]> entry : counts.entrySet()) {
            if (entry.getKey().compareTo(least) >= 0) {
                for (long each : entry.getValue()) {
                    sum += each;
                }
            }
        }
        return sum;
    }

    private long[] ring(LogLevel level) {
        return counts.computeIfAbsent(level, any -> new long[SECONDS]);
    }

    private void advance(long second) {
        if (second <= newest) {
            return;
        }
        long from = newest == Long.MIN_VALUE ? second - SECONDS : newest;
        for (long each = Math.max(from + 1, second - SECONDS + 1); each <= second; each++) {
            for (long[] ring : counts.values()) {
                ring[Math.floorMod(each, SECONDS)] = 0;
            }
        }
        newest = second;
    }
}
