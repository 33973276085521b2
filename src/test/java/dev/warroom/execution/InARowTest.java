package dev.warroom.execution;

import java.nio.file.Path;

/** Steps in a row on this machine. */
class InARowTest extends InARowContract {

    @Override
    Place place() {
        return Place.local(state);
    }

    @Override
    Path root() {
        return state.resolve("runs");
    }
}
