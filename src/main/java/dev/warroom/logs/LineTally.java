package dev.warroom.logs;

import dev.warroom.logs.line.LineReader;
import dev.warroom.room.KnownBefore;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogTally;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Counts all lines that are followed, before anything is dropped, and says once a second how many
 * there are of which kind. When an incident begins, what the logs hold of the time before it is
 * read once more ({@link Baselines}), so that what is new can be told from what always happens.
 */
public final class LineTally implements AutoCloseable {

    private static final Duration TELL = Duration.ofSeconds(1);

    private final Consumer<LogTally> answers;
    private final InstantSource clock;
    private final Supplier<Map<String, LogFile>> files;
    private final Baselines baselines;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, LineReader> readers = new HashMap<>();
    private LineCounts counts = new LineCounts(LogLine.UNTIMED);

    /** Of each log, where the line stood that came last. */
    private final Map<String, Long> last = new HashMap<>();

    /** Of each log, where the first line stood that was counted; what is before it is read. */
    private final Map<String, Long> first = new HashMap<>();

    /** Of each log, how far it is read; what comes of that was on its way, and is not counted. */
    private final Map<String, Long> read = new HashMap<>();

    private boolean changed;

    private LineTally(
            Supplier<Map<String, LogFile>> files, Consumer<LogTally> answers, InstantSource clock) {
        this.files = files;
        this.answers = answers;
        this.clock = clock;
        this.baselines = new Baselines(files, clock, this::moreIsKnown);
    }

    /**
     * Begins to tell.
     *
     * @param files the followed ones, here and on other hosts, by what their lines are called
     * @param answers told by a thread of its own
     */
    public static LineTally start(
            Supplier<Map<String, LogFile>> files, Consumer<LogTally> answers, InstantSource clock) {
        LineTally tally = new LineTally(files, answers, clock);
        Thread.ofPlatform().daemon().name("line-tally").start(tally::tell);
        return tally;
    }

    private void tell() {
        try {
            while (!closed.await(TELL.toMillis(), TimeUnit.MILLISECONDS)) {
                baselines.tryAgain();
                LogTally next = next();
                if (next != LogTally.EMPTY) {
                    answers.accept(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LogTally next() {
        if (!takeChanged()) {
            return LogTally.EMPTY;
        }
        // What becomes known after this is a change again.
        KnownBefore past = baselines.past();
        synchronized (this) {
            // Once nothing is waited for any more, that has to be told.
            changed |= past.waits();
            return counts.tally(clock.millis(), past);
        }
    }

    private synchronized boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    private synchronized void moreIsKnown() {
        changed = true;
    }

    /** Lines have come. */
    public synchronized void add(List<LogLine> lines) {
        changed = true;
        lines.forEach(this::count);
    }

    private void count(LogLine line) {
        if (line.offset() >= 0 && wasRead(line.source(), line.offset()) || line.continues()) {
            return;
        }
        long now = clock.millis();
        LineReader reader =
                readers.computeIfAbsent(
                        line.source(), it -> new LineReader(ZoneOffset.UTC, Instant.EPOCH));
        reader.read(line.text());
        String message = line.text().substring(reader.message(), reader.messageEnd());
        long at = line.at() == LogLine.UNTIMED ? now : line.at();
        counts.add(line.source(), message, line.level(), at, now);
    }

    /** Whether the log was read, for what came before the incident, beyond {@code offset}. */
    private boolean wasRead(String source, long offset) {
        Long before = last.put(source, offset);
        if (before != null && offset < before) {
            // Another file stands there now.
            read.remove(source);
        }
        if (offset < read.getOrDefault(source, 0L)) {
            return true;
        }
        if (first.put(source, Math.min(offset, first.getOrDefault(source, offset))) == null) {
            baselines.met(source);
        }
        return false;
    }

    /** From now on, what comes before {@code since} is told from what comes later. */
    public synchronized void countFrom(Instant since) {
        counts = counts.from(since.toEpochMilli(), files.get().keySet());
        first.clear();
        read.clear();
        changed = true;
        LineCounts into = counts;
        baselines.begin(since, source -> new Counting(source, into));
    }

    /** Counts what is read of one log. */
    private final class Counting implements Baseline.Into {
        private final String source;
        private final LineCounts into;

        Counting(String source, LineCounts into) {
            this.source = source;
            this.into = into;
        }

        @Override
        public long end(long size) {
            synchronized (LineTally.this) {
                Long begin = first.get(source);
                if (begin == null && into == counts) {
                    read.put(source, size);
                }
                return begin == null ? size : Math.min(begin, size);
            }
        }

        @Override
        public boolean add(List<Baseline.Event> events) {
            synchronized (LineTally.this) {
                if (into != counts || closed.getCount() == 0) {
                    return false;
                }
                long now = clock.millis();
                events.forEach(it -> into.add(source, it.message(), it.level(), it.at(), now));
                return true;
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        baselines.close();
    }
}
