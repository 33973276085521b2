package dev.warroom.execution;

import java.nio.file.Path;

/** Stopping and finding on this machine. */
class StopAndFindTest extends StopAndFindContract {

    @Override
    Place place() {
        return Place.local(state);
    }

    @Override
    Path root() {
        return state.resolve("runs");
    }
}
