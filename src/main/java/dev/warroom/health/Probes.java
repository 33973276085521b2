package dev.warroom.health;

import dev.warroom.policy.Probe;
import dev.warroom.room.Reading;
import dev.warroom.room.Reading.Health;
import dev.warroom.room.Standing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks at every probe at once and then at its interval, each on a thread of its own: a slow one
 * delays no other, and is not looked at again before it has answered. A bad look is soon repeated,
 * and whatever the probe stands on is looked at at once, so that it is known what is to blame.
 */
public final class Probes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Surroundings with;
    private final Consumer<Reading> readings;
    private final Places places = new Places();
    private final ExecutorService looks = Beside.threads();
    private final Map<String, Semaphore> bells = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    private Probes(Surroundings with, Consumer<Reading> readings) {
        this.with = with;
        this.readings = readings;
    }

    /**
     * Begins to look.
     *
     * @param readings gets every answer, on the probe's own thread; several may come at a time
     */
    public static Probes start(List<Probe> probes, Surroundings with, Consumer<Reading> readings) {
        Probes started = new Probes(with, readings);
        probes.forEach(it -> started.bells.put(it.name(), new Semaphore(0)));
        for (Probe probe : probes) {
            started.threads.add(
                    Thread.ofVirtual()
                            .name("probe-" + probe.name())
                            .start(() -> started.repeat(probe)));
        }
        return started;
    }

    /** Ends all looks, also those under way, and kills their commands. */
    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
        long limit = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(0, limit - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            looks.shutdown();
        }
    }

    private void repeat(Probe probe) {
        Look look = new Look(probe, with, looks);
        Semaphore bell = bells.get(probe.name());
        Jitter jitter = new Jitter(probe.name());
        Standing standing = null;
        try {
            long next = System.nanoTime();
            while (!closed) {
                Reading reading = places.taking(look::look);
                if (closed) {
                    return;
                }
                readings.accept(reading);
                standing =
                        standing == null
                                ? Standing.first(reading.health(), reading.at(), probe.patience())
                                : standing.after(
                                        reading.health(), reading.at(), probe.patience(), false);
                boolean again = standing.soft();
                if (again && reading.health() != Health.OK) {
                    probe.needs().forEach(this::hurry);
                }
                Duration pause =
                        again
                                ? shorter(probe.patience().retryEvery(), probe.every())
                                : jitter.of(probe.every());
                next = Math.max(next + pause.toNanos(), System.nanoTime());
                if (bell.tryAcquire(next - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    bell.drainPermits();
                    next = System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            // Only close() interrupts.
            return;
        }
    }

    private void hurry(String probe) {
        Semaphore bell = bells.get(probe);
        if (bell != null) {
            bell.release();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
