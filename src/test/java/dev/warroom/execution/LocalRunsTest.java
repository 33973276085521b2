package dev.warroom.execution;

import java.nio.file.Path;

/** Runs on this machine. */
class LocalRunsTest extends RunsContract {

    @Override
    Place place() {
        return Place.local(state);
    }

    @Override
    Path root() {
        return state.resolve("runs");
    }
}
