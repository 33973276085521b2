package dev.warroom.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Looks twice a second whether a drill's service is healthy again, while it is being mended. */
final class DrillWatch implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Once could be luck. */
    private static final int IN_A_ROW = 3;

    /** Longer than the looks in a row take, one of which may have to wait for an answer. */
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(5);

    private final BooleanSupplier look;
    private final long began = System.nanoTime();
    private final Thread thread;
    private int healthy;
    private Optional<Duration> firstOfRow = Optional.empty();

    private DrillWatch(BooleanSupplier look) {
        this.look = look;
        this.thread = Thread.ofVirtual().name("drill-watch").unstarted(this::watch);
    }

    /**
     * Begins to look, now.
     *
     * @param look whether the service is healthy at that moment
     */
    static DrillWatch begin(BooleanSupplier look) {
        var watch = new DrillWatch(look);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (true) {
                note(look.getAsBoolean());
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void note(boolean well) {
        if (!well) {
            healthy = 0;
            firstOfRow = Optional.empty();
            return;
        }
        healthy++;
        if (firstOfRow.isEmpty()) {
            firstOfRow = Optional.of(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /** How long after the beginning it became healthy and stayed so; empty while it is not. */
    synchronized Optional<Duration> healthyAfter() {
        return healthy >= IN_A_ROW ? firstOfRow : Optional.empty();
    }

    /**
     * The same, at the end: who leaves in the moment in which all is well again must not be told
     * that it is not. Waits for the next looks, at most 5 s, where the last one found it well.
     */
    Optional<Duration> settled() throws InterruptedException {
        long deadline = System.nanoTime() + SETTLES_WITHIN.toNanos();
        while (undecided() && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY);
        }
        return healthyAfter();
    }

    private synchronized boolean undecided() {
        return healthy > 0 && healthy < IN_A_ROW;
    }

    /** Waits until it is healthy, at most this long. */
    boolean awaitHealthy(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (healthyAfter().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY);
        }
        return healthyAfter().isPresent();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
