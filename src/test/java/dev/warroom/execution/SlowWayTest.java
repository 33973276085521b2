package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A place to which the way takes as long as somebody wants. */
class SlowWayTest extends RunsTestBase {

    @Override
    Path root() {
        return state.resolve("runs");
    }

    /** Its shell tells its number, and is there once there is no file "away". */
    @Override
    Place place() {
        String way =
                "echo $$ >part && mv part way; while [ -e away ]; do sleep 0.02; done; exec sh";
        return new Place(
                "far",
                List.of("sh", "-c", "cd " + workspace + " && { " + way + "; }"),
                Optional.empty(),
                List.of(),
                root().toString(),
                "");
    }

    private void away() throws Exception {
        Files.createFile(workspace.resolve("away"));
    }

    private void here() throws Exception {
        Files.delete(workspace.resolve("away"));
    }

    @Test
    void whatIsStoppedOnItsWayThereNeverBegins() throws Exception {
        away();
        Runs runs = start(followed, "INC-1-1", "echo ran");
        Await.until("the way", () -> Files.exists(workspace.resolve("way")));
        runs.stop("INC-1-1", place(), "");

        RunEnd end = followed.end();
        assertThat(end).isEqualTo(RunEnd.stoppedBefore());
        assertThat(workspace.resolve("away")).as("nobody waited for the way").exists();

        here();
        assertThat(runs.kept(place())).isEmpty();
    }

    @Test
    void whoseWayIsCutAndSlowToBeFoundAgainIsSaidToBeLost() throws Exception {
        start(followed, "INC-1-1", "echo up\nwhile [ ! -e end ]; do sleep 0.05; done\nexit 3");
        followed.line("up"::equals);
        away();
        long way = Long.parseLong(Files.readString(workspace.resolve("way")).strip());
        ProcessHandle.of(way).orElseThrow().destroyForcibly();

        Await.until("word that it is lost", () -> followed.contacts().size() == 1);
        assertThat(followed.contacts())
                .as("before the new connection, which says nothing, is given up")
                .containsExactly("lost: the connection to it was cut");
        here();
        Await.until("word that it is found", () -> followed.contacts().size() == 2);
        assertThat(followed.contacts()).last().isEqualTo("found");
        Files.createFile(workspace.resolve("end"));
        assertThat(followed.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(followed.end().exit()).hasValue(3);
    }
}
