package dev.warroom.cli;

import dev.warroom.room.LogLine;
import dev.warroom.room.Signal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Where everything enters the room. Keys, answers and results keep their order and are never let
 * go: whoever brings more than {@link #MOST_WAITING} of them waits. Lines of logs and of outputs
 * are put together while they wait, and beyond {@link #MOST_LINES} the oldest are dropped and
 * counted.
 */
final class Inbox {

    static final int MOST_WAITING = 10_000;
    static final int MOST_LINES = 5_000;

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final ArrayDeque<Stamped> waiting = new ArrayDeque<>();
    private final Lines<LogLine> logs;
    private final Map<String, Lines<String>> outputs = new LinkedHashMap<>();

    Inbox(InstantSource clock) {
        this(clock, line -> {});
    }

    /**
     * @param lost told of each log line that is dropped; must not wait
     */
    Inbox(InstantSource clock, Consumer<LogLine> lost) {
        this.clock = clock;
        this.logs = new Lines<>(lost);
    }

    /** An arrival and the time at which it came in. */
    record Stamped(Instant at, Arrival arrival) {}

    /** Lines that wait together. */
    private static final class Lines<T> {
        private final ArrayDeque<T> lines = new ArrayDeque<>();
        private final Consumer<T> leaving;
        private long dropped;

        /**
         * @param leaving told of each line that is dropped
         */
        Lines(Consumer<T> leaving) {
            this.leaving = leaving;
        }

        void add(List<T> more, long lost) {
            dropped += lost;
            for (T line : more) {
                if (lines.size() == MOST_LINES) {
                    leaving.accept(lines.removeFirst());
                    dropped++;
                }
                lines.addLast(line);
            }
        }

        boolean empty() {
            return lines.isEmpty() && dropped == 0;
        }
    }

    void put(Signal signal) {
        put(new Arrival.Fixed(signal));
    }

    void put(Arrival arrival) {
        lock.lock();
        try {
            while (waiting.size() >= MOST_WAITING) {
                room.awaitUninterruptibly();
            }
            waiting.addLast(new Stamped(clock.instant(), arrival));
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void logs(List<LogLine> lines) {
        lock.lock();
        try {
            logs.add(lines, 0);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void output(String run, List<String> lines, long dropped) {
        lock.lock();
        try {
            outputs.computeIfAbsent(run, it -> new Lines<>(line -> {})).add(lines, dropped);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends a run's output and says so behind its last line. */
    void ended(Signal.RunEnded end) {
        lock.lock();
        try {
            Lines<String> last = outputs.remove(end.run());
            if (last != null) {
                put(new Signal.OutputArrived(end.run(), List.copyOf(last.lines), last.dropped));
            }
            put(end);
        } finally {
            lock.unlock();
        }
    }

    /** All that has come; waits for something to come, at most {@code millis}. */
    List<Stamped> take(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (waiting.isEmpty() && logs.empty() && outputs.isEmpty() && left > 0) {
                left = arrived.awaitNanos(left);
            }
            List<Stamped> all = new ArrayList<>(waiting);
            waiting.clear();
            room.signalAll();
            Instant now = clock.instant();
            if (!logs.empty()) {
                Signal signal = new Signal.LogArrived(List.copyOf(logs.lines), logs.dropped);
                all.add(new Stamped(now, new Arrival.Fixed(signal)));
                logs.lines.clear();
                logs.dropped = 0;
            }
            outputs.forEach(
                    (run, lines) ->
                            all.add(
                                    new Stamped(
                                            now,
                                            new Arrival.Fixed(
                                                    new Signal.OutputArrived(
                                                            run,
                                                            List.copyOf(lines.lines),
                                                            lines.dropped)))));
            outputs.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }
}
