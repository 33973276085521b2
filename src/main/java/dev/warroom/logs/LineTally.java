package dev.warroom.logs;

import dev.warroom.logs.event.EventReader;
import dev.warroom.logs.line.LineReader;
import dev.warroom.room.LogFilter;
import dev.warroom.room.LogFilters;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSought;
import dev.warroom.room.LogTally;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Counts all lines that are followed, before anything is dropped, and says once a second how many
 * there are of which kind. When an incident begins, what the files hold of the time before it is
 * read once more, so that what is new can be told from what always happens.
 */
public final class LineTally implements AutoCloseable {

    /** Looked back at from the beginning of an incident. */
    public static final Duration BASELINE = Duration.ofHours(1);

    /** Read of the end of each file for that, at least and at most. */
    private static final long LEAST_BYTES = 1L << 20;

    private static final long MOST_BYTES = 64L << 20;

    /** Lines that may wait while the files are read. */
    private static final int MOST_WAITING = 100_000;

    private static final Duration TELL = Duration.ofSeconds(1);
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final Supplier<Map<String, LocalLog>> files;
    private final Consumer<LogTally> answers;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, LineReader> readers = new HashMap<>();
    private LineCounts counts = new LineCounts(LogLine.UNTIMED);
    private final List<LogLine> waiting = new ArrayList<>();
    private Map<String, Long> counted = Map.of();
    private final Set<String> strangers = new HashSet<>();
    private Optional<Instant> began = Optional.empty();
    private Instant countedUntil = Instant.MIN;
    private long asked;
    private boolean learning;
    private boolean changed;

    private LineTally(
            Supplier<Map<String, LocalLog>> files,
            Consumer<LogTally> answers,
            InstantSource clock) {
        this.files = files;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Begins to tell.
     *
     * @param files the followed ones, by their short names
     * @param answers told by a thread of its own
     */
    public static LineTally start(
            Supplier<Map<String, LocalLog>> files,
            Consumer<LogTally> answers,
            InstantSource clock) {
        LineTally tally = new LineTally(files, answers, clock);
        Thread.ofPlatform().daemon().name("line-tally").start(tally::tell);
        return tally;
    }

    private void tell() {
        try {
            while (!closed.await(TELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LogTally next = next();
                if (next != LogTally.EMPTY) {
                    answers.accept(next);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized LogTally next() {
        if (!changed || learning) {
            return LogTally.EMPTY;
        }
        changed = false;
        return counts.tally(clock.millis());
    }

    /** Lines have come. */
    public synchronized void add(List<LogLine> lines) {
        changed = true;
        if (!learning) {
            began.ifPresent(it -> learnOfNew(it, lines));
        }
        if (learning) {
            int room = Math.max(0, MOST_WAITING - waiting.size());
            waiting.addAll(lines.subList(0, Math.min(room, lines.size())));
            return;
        }
        lines.forEach(this::count);
    }

    /**
     * A file that is followed only now, as all are just after the room was opened, may have held
     * the same lines before.
     */
    private void learnOfNew(Instant since, List<LogLine> lines) {
        Map<String, LocalLog> found = new HashMap<>();
        for (LogLine line : lines) {
            String source = line.source();
            if (line.offset() >= 0 && !counted.containsKey(source) && !strangers.contains(source)) {
                LocalLog file = files.get().get(source);
                if (file == null) {
                    strangers.add(source);
                } else {
                    found.put(source, file);
                }
            }
        }
        if (!found.isEmpty()) {
            learning = true;
            learn(since, asked, counts, counted, found);
        }
    }

    private void count(LogLine line) {
        if (line.continues() || known(line)) {
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

    /** Whether the file it stands in was read that far. */
    private boolean known(LogLine line) {
        return line.offset() >= 0
                && line.offset() < counted.getOrDefault(line.source(), 0L)
                && clock.instant().isBefore(countedUntil);
    }

    /** From now on, what comes before {@code since} is told from what comes later. */
    public void countFrom(Instant since) {
        long ticket;
        synchronized (this) {
            ticket = ++asked;
            learning = true;
            began = Optional.of(since);
            strangers.clear();
        }
        learn(since, ticket, new LineCounts(since.toEpochMilli()), Map.of(), files.get());
    }

    /** Goes on with {@code into}, in which what {@code before} says has been counted. */
    private void learn(
            Instant since,
            long ticket,
            LineCounts into,
            Map<String, Long> before,
            Map<String, LocalLog> logs) {
        Thread.ofVirtual()
                .name("log-baseline")
                .start(
                        () -> {
                            Map<String, Long> read = new HashMap<>(before);
                            logs.forEach(
                                    (source, log) ->
                                            read.put(source, read(into, since, source, log)));
                            learned(ticket, into, read);
                        });
    }

    private long read(LineCounts into, Instant since, String source, LocalLog log) {
        try {
            return learn(into, since, source, log);
        } catch (IOException | LogFilter.Unusable e) {
            // It is not there any more, or cannot be read: nothing is known.
            return 0;
        }
    }

    private synchronized void learned(long ticket, LineCounts into, Map<String, Long> read) {
        if (ticket != asked) {
            return;
        }
        counts = into;
        counted = read;
        countedUntil = clock.instant().plus(OVERLAP);
        learning = false;
        changed = true;
        waiting.forEach(this::count);
        waiting.clear();
    }

    private long learn(LineCounts fresh, Instant since, String source, LocalLog log)
            throws IOException, LogFilter.Unusable {
        try (LogBytes bytes = log.open();
                FileChannel file = FileChannel.open(log.path())) {
            long size = file.size();
            long first =
                    new LineSearch(
                                    bytes,
                                    source,
                                    new LogSought.Time(since.minus(BASELINE).toEpochMilli()),
                                    LogFilters.NONE,
                                    log.zone(),
                                    done -> true)
                            .before(size)
                            .orElse(size);
            long from = Math.max(Math.min(first, size - LEAST_BYTES), size - MOST_BYTES);
            long start = from <= 0 ? 0 : Backlog.start(file::read, from, 0);
            file.position(start);
            long now = clock.millis();
            LineReader lines = new LineReader(log.zone(), bytes.changed());
            EventReader reader =
                    new EventReader(source, source, Channels.newInputStream(file), lines);
            while (closed.getCount() > 0 && reader.next() && start + reader.offset() < size) {
                fresh.add(source, reader.message(), reader.level(), reader.order(), now);
            }
            return size;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
