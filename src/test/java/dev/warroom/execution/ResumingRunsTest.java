package dev.warroom.execution;

import java.nio.file.Path;

/** On this machine. */
class ResumingRunsTest extends ResumingRunsContract {

    @Override
    Place place() {
        return Place.local(state);
    }

    @Override
    Path root() {
        return state.resolve("runs");
    }
}
