package dev.warroom.logs;

import dev.warroom.room.KnownBefore;
import dev.warroom.text.Sanitiser;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What logs held before an incident: of each host one file after the other is read, beside what is
 * followed. What cannot be read is said, and tried again.
 */
final class Baselines implements AutoCloseable {

    /** Read of one file of this machine, and of another host, at most. */
    static final long MOST_HERE = 64L << 20;

    static final long MOST_THERE = 16L << 20;

    /** Read of all files of another host together. */
    static final long MOST_OF_A_HOST = 128L << 20;

    /** For so long what comes is not called new because a log is still being read. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration AGAIN = Duration.ofSeconds(30);

    /** Takes what is read of one log. */
    @FunctionalInterface
    interface Counting {
        Baseline.Into of(String source);
    }

    private enum State {
        READING,
        KNOWN,
        /** It could not be read; perhaps it is being tried again. */
        UNKNOWN
    }

    /** One log, and how far it is known. */
    private static final class Log {
        private final Baseline baseline;
        private final Baseline.Into into;
        private State state = State.READING;
        private String why = "";
        private Instant again = Instant.MAX;

        private Log(Baseline baseline, Baseline.Into into) {
            this.baseline = baseline;
            this.into = into;
        }
    }

    private final Supplier<Map<String, LogFile>> files;
    private final InstantSource clock;
    private final Runnable changed;
    private final Map<String, Log> logs = new TreeMap<>();
    private final Map<String, Deque<Log>> waiting = new HashMap<>();
    private Instant since = Instant.MIN;
    private Instant patient = Instant.MIN;
    private Counting counting;
    private boolean closed;

    /**
     * @param files those that can be read now, by what their lines are called
     * @param changed called when more is known, by any thread
     */
    Baselines(Supplier<Map<String, LogFile>> files, InstantSource clock, Runnable changed) {
        this.files = files;
        this.clock = clock;
        this.changed = changed;
    }

    /** Reads all of them anew, for an incident that began at {@code when}. */
    synchronized void begin(Instant when, Counting into) {
        since = when;
        counting = into;
        patient = clock.instant().plus(PATIENCE);
        logs.clear();
        waiting.values().forEach(Deque::clear);
        files.get().forEach(this::add);
    }

    /** Lines of {@code source} have come: what it held before is wanted as well. */
    synchronized void met(String source) {
        if (counting != null && !logs.containsKey(source)) {
            LogFile file = files.get().get(source);
            if (file != null) {
                add(source, file);
            }
        }
    }

    /** Tries again what could not be read, once it is time for that. */
    synchronized void tryAgain() {
        Instant now = clock.instant();
        for (Log log : logs.values()) {
            if (!now.isBefore(log.again)) {
                log.again = Instant.MAX;
                submit(log);
            }
        }
    }

    /** What is known. */
    synchronized KnownBefore past() {
        List<String> reading = new ArrayList<>();
        Map<String, String> unknown = new TreeMap<>();
        Map<String, String> partly = new TreeMap<>();
        logs.forEach(
                (source, log) -> {
                    switch (log.state) {
                        case READING -> reading.add(source);
                        case UNKNOWN -> unknown.put(source, log.why);
                        case KNOWN -> {
                            if (!log.why.isEmpty()) {
                                partly.put(source, log.why);
                            }
                        }
                    }
                });
        return new KnownBefore(reading, unknown, partly, clock.instant().isBefore(patient));
    }

    private void add(String source, LogFile file) {
        Baseline baseline = new Baseline(source, file, since, most(file.host()));
        Log log = new Log(baseline, counting.of(source));
        logs.put(source, log);
        submit(log);
    }

    private long most(String host) {
        if (host.isEmpty()) {
            return MOST_HERE;
        }
        long there = files.get().values().stream().filter(it -> it.host().equals(host)).count();
        return Math.min(MOST_THERE, MOST_OF_A_HOST / Math.max(1, there));
    }

    /** One thread a host, for as long as there is something to read there. */
    private void submit(Log log) {
        if (closed) {
            return;
        }
        String host = log.baseline.host();
        Deque<Log> queue = waiting.get(host);
        if (queue != null) {
            queue.add(log);
            return;
        }
        waiting.put(host, new ArrayDeque<>(List.of(log)));
        Thread.ofVirtual().name("log-baseline").start(() -> work(host));
    }

    private void work(String host) {
        for (Log log = next(host); log != null; log = next(host)) {
            read(log);
            changed.run();
        }
    }

    private synchronized Log next(String host) {
        Log log = waiting.get(host).poll();
        if (log == null) {
            waiting.remove(host);
        }
        return log;
    }

    private void read(Log log) {
        try {
            log.baseline.read(log.into);
            ended(log, State.KNOWN, log.baseline.missing(), Instant.MAX);
        } catch (NoSuchFileException e) {
            ended(log, State.KNOWN, "", Instant.MAX);
        } catch (IOException e) {
            String why = Sanitiser.line(String.valueOf(e.getMessage()));
            ended(log, State.UNKNOWN, why, clock.instant().plus(AGAIN));
        } catch (RuntimeException e) {
            // One log that the program cannot read is no reason to end the room.
            ended(log, State.UNKNOWN, Fault.words(e), Instant.MAX);
        }
    }

    private synchronized void ended(Log log, State state, String why, Instant again) {
        log.state = state;
        log.why = why;
        log.again = again;
    }

    @Override
    public synchronized void close() {
        closed = true;
        waiting.values().forEach(Deque::clear);
    }
}
