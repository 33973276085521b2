package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Runs by a real sudo, where whoever builds needs no password for it. */
@EnabledIf("possible")
class SudoRunsTest extends RunsTestBase {

    private static final String SUDO = "sudo -n";

    static boolean possible() throws InterruptedException {
        try {
            return new ProcessBuilder("sudo", "-n", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    Place place() {
        return Place.local(state);
    }

    @Override
    Path root() {
        return state.resolve("runs");
    }

    private Order order(String script) {
        return Order.of(script, workspace.toString()).as(SUDO);
    }

    @Test
    void itRunsAsThatUserInItsFolderWithItsVariablesAndEndsAsAny() throws Exception {
        RunEnd end =
                run(
                        order("id -u; echo $SECRET $PWD $TERM $PAGER\nread -r word\necho never")
                                .with(Map.of("SECRET", "s3")));

        assertThat(followed.lines())
                .containsExactly("0", "s3 " + workspace.toRealPath() + " dumb cat");
        assertThat(end.exit()).hasValue(1);
        assertThat(end.line()).hasValue(2);
    }

    @Test
    void theNextOneGoesOnWithWhatItHasLeft() throws Exception {
        run(order("export KEPT=yes; mkdir -p sub; cd sub"));
        Followed next = new Followed();
        runs(next).start("INC-1-2", place(), order("echo $KEPT ${PWD##*/}").after("INC-1-1"));

        assertThat(next.end().outcome()).isEqualTo(Outcome.PASSED);
        assertThat(next.lines()).containsExactly("yes sub");
    }

    @Test
    void itIsAskedToEndWithAllThatItHasStarted() throws Exception {
        Runs runs = patient(followed);
        start(followed, "INC-1-1", order("sleep 300 & echo child $!\nwait"));
        long child = pid("child ");
        runs.stop("INC-1-1", place(), SUDO);

        assertThat(followed.end().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(followed.end().exit()).as("by SIGTERM").hasValue(128 + 15);
        gone(child);
    }

    @Test
    void whatTakesLongerThanItMayIsEnded() throws Exception {
        RunEnd end =
                run(
                        order("sleep 300 & echo child $!\nwait")
                                .within(java.time.Duration.ofSeconds(1)));

        assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(end.detail()).contains("took longer than it may");
        gone(pid("child "));
    }

    @Test
    void ofShItIsTheSame() throws Exception {
        RunEnd end = run(order("id -u\nfalse\necho never").by("sh"));

        assertThat(followed.lines()).containsExactly("0");
        assertThat(end.line()).hasValue(2);
    }
}
