package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;

/** What a run leaves to the next one. */
class ResumingRunsTest extends RunsTestBase {

    @Override
    Place place() {
        return Place.local(state);
    }

    @Override
    Path root() {
        return state.resolve("runs");
    }

    private Followed next(Order order) throws InterruptedException {
        Followed next = new Followed();
        runs(next).start("INC-1-2", place(), order);
        assertThat(next.end().outcome()).isEqualTo(Outcome.PASSED);
        return next;
    }

    @Test
    void theRestOfAScriptHasItsVariablesFunctionsOptionsAndFolder() throws Exception {
        RunEnd end =
                run(
                        """
                        set -o pipefail
                        name='two words'; list=(a 'b c'); declare -A map=([k]='v w')
                        readonly fixed=1
                        greet() { echo "hello $1"; }
                        mkdir -p sub; cd sub
                        false
                        """);
        assertThat(end.line()).hasValue(6);

        Followed rest =
                next(
                        Order.of(
                                        """
                                        greet "$name"
                                        echo "${list[1]} ${map[k]} ${PWD##*/}"
                                        [[ -o pipefail ]] && echo strict
                                        """,
                                        workspace.toString())
                                .resuming("INC-1-1"));

        assertThat(rest.lines()).containsExactly("hello two words", "b c v w sub", "strict");
    }

    @Test
    void aLaterStepHasTheFolderAndWhatWasExportedAndNoMore() throws Exception {
        run("export KEPT=yes; plain=no; mkdir -p sub; cd sub");

        assertThat(
                        next(Order.of(
                                                "echo \"$KEPT ${plain-gone} ${PWD##*/}\"",
                                                workspace.toString())
                                        .after("INC-1-1"))
                                .lines())
                .containsExactly("yes gone sub");
    }

    @Test
    void whatIsSetForItCountsMoreThanWhatWasLeft() throws Exception {
        run("export KEPT=yes");

        assertThat(
                        next(Order.of("echo $KEPT", workspace.toString())
                                        .with(Map.of("KEPT", "set"))
                                        .after("INC-1-1"))
                                .lines())
                .containsExactly("set");
    }
}
