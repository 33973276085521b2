package dev.warroom.cli;

import dev.warroom.execution.Order;
import dev.warroom.execution.Place;
import dev.warroom.execution.RunListener;
import dev.warroom.execution.Runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Runs of steps at the targets that the workspace names. */
final class TargetRuns implements AutoCloseable {

    /** How long a run may take from its record to its beginning; later it is taken for lost. */
    private static final Duration LONGEST_START = Duration.ofSeconds(10);

    private static final Duration POLL = Duration.ofMillis(20);

    private final Path state;
    private final Path folder;
    private final Place local;
    private final Runs runs;

    /**
     * @param state the state folder
     * @param folder the workspace's, where steps run on this machine
     */
    TargetRuns(Path state, Path folder, RunListener listener) {
        this.state = state.toAbsolutePath();
        this.folder = folder.toAbsolutePath();
        this.local = Place.local(state);
        this.runs = new Runs(listener);
    }

    void start(String run, String script) {
        runs.start(run, local, Order.of(script, folder.toString()));
    }

    void find(String run) {
        runs.find(run, local);
    }

    /**
     * As {@link #find}, for a run that another room of this machine has recorded and is about to
     * start: to look before it has would keep it from starting at all.
     */
    void join(String run) {
        Path begun = state.resolve("runs").resolve(run).resolve("pid");
        Thread.ofVirtual()
                .name("join " + run)
                .start(
                        () -> {
                            long end = System.nanoTime() + LONGEST_START.toNanos();
                            try {
                                while (!Files.exists(begun) && System.nanoTime() < end) {
                                    Thread.sleep(POLL);
                                }
                                find(run);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }

    void readOutput(String run) {
        runs.readOutput(run, local);
    }

    void stop(String run) {
        runs.stop(run, local, "");
    }

    @Override
    public void close() {
        runs.close();
    }
}
