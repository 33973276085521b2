package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

/** Stopping and finding on this machine. */
class StopAndFindTest extends StopAndFindContract {

    @Test
    void whatIsStoppedBeforeSomebodyStartsItAtATerminalNeverBegins() throws Exception {
        Runs runs = runs(followed);
        runs.prepare("INC-1-1", place(), Order.of("echo ran >ran", workspace.toString()));
        runs.stop("INC-1-1", place(), "");
        await("the stop", () -> Files.exists(folder().resolve("pid")));
        runs.join("INC-1-1", place());
        Process late =
                new ProcessBuilder(place().terminal("INC-1-1")).redirectErrorStream(true).start();

        assertThat(late.getInputStream().readAllBytes()).asString().isEmpty();
        assertThat(late.waitFor(Await.LIMIT)).as("it closes").isTrue();
        assertThat(followed.end().detail()).isEqualTo("it was stopped before it had begun");
        assertThat(workspace.resolve("ran")).doesNotExist();
    }

    @Override
    Place place() {
        return Place.local(state);
    }

    @Override
    Path root() {
        return state.resolve("runs");
    }
}
