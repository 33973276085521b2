package dev.warroom.cli;

import dev.warroom.drill.Drill;

import java.time.Duration;
import java.util.Optional;

/** Looks twice a second whether a drill's service is healthy again, while it is being mended. */
final class DrillWatch implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Once could be luck. */
    private static final int IN_A_ROW = 3;

    private final Drill drill;
    private final long began = System.nanoTime();
    private final Thread thread;
    private int healthy;
    private Optional<Duration> firstOfRow = Optional.empty();

    private DrillWatch(Drill drill) {
        this.drill = drill;
        this.thread = Thread.ofVirtual().name("drill-watch").unstarted(this::watch);
    }

    /** Begins to look, now. */
    static DrillWatch begin(Drill drill) {
        var watch = new DrillWatch(drill);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (true) {
                note(drill.healthy());
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
