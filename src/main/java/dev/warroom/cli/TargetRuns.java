package dev.warroom.cli;

import dev.warroom.execution.Order;
import dev.warroom.execution.Place;
import dev.warroom.execution.RunListener;
import dev.warroom.execution.Runs;

import java.nio.file.Path;

/** Runs of steps at the targets that the workspace names. */
final class TargetRuns implements AutoCloseable {

    private final Path folder;
    private final Place local;
    private final Runs runs;

    /**
     * @param state the state folder
     * @param folder the workspace's, where steps run on this machine
     */
    TargetRuns(Path state, Path folder, RunListener listener) {
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
