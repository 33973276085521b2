package dev.warroom.execution;

import java.nio.file.Path;

/** On this machine. */
class SecretScriptTest extends SecretScriptContract {

    @Override
    Place place() {
        return Place.local(state);
    }

    @Override
    Path root() {
        return state.resolve("runs");
    }
}
