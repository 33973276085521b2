package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** What a run leaves to the next one. */
abstract class ResumingRunsContract extends RunsTestBase {

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
    void theRestOfAScriptForAnotherShellHasTheSame() throws Exception {
        RunEnd end =
                run(
                        Order.of(
                                        """
                                        name='two words'; it="it's"

                                        greet() {
                                            echo "hello $1"
                                        }
                                        mkdir -p sub; cd sub
                                        printf 'a\\nb\\n' | grep no-such-word
                                        cat <<END
                                        of $name
                                        END
                                        if true; then
                                            false
                                        fi
                                        echo never
                                        """,
                                        workspace.toString())
                                .by("sh"));
        assertThat(end.exit()).hasValue(1);
        assertThat(end.line()).hasValue(11);
        assertThat(followed.lines())
                .containsExactly(
                        "(nothing found: printf 'a\\nb\\n' | grep no-such-word)", "of two words");

        Followed rest =
                next(
                        Order.of("greet \"$name\"\necho \"$it ${PWD##*/}\"", workspace.toString())
                                .by("sh")
                                .resuming("INC-1-1"));

        assertThat(rest.lines()).containsExactly("hello two words", "it's sub");
    }

    @Test
    void aVeryLongScriptForAnotherShellSaysThatItCannotBeGoneOnWith() throws Exception {
        String script = "# as long as it takes\n".repeat(4_000) + "echo ran\nfalse\necho never\n";
        Followed followed = new Followed();
        runs(followed).start("INC-1-1", place(), Order.of(script, workspace.toString()).by("sh"));
        assertThat(followed.end().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(followed.end().line()).isEmpty();
        assertThat(followed.lines())
                .containsExactly(
                        "ran",
                        "(a script of more than 64 KB for sh: where it failed is not known, and it"
                                + " can only be run from its start)");
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

    @Test
    void whatARunHasLeftCanBeRead() throws Exception {
        String odd = "a\"b'c\\d $x `y` é\ttab\nsecond=line\n";
        Runs runs =
                start(
                        followed,
                        "INC-1-1",
                        Order.of(
                                        "export ODD PLAIN=1; unset HOME; mkdir sub; cd sub",
                                        workspace.toString())
                                .with(Map.of("ODD", odd)));
        followed.end();

        Left left = runs.left("INC-1-1", place());

        assertThat(left.folder()).isEqualTo(workspace.toRealPath().resolve("sub").toString());
        assertThat(left.variables()).isEqualTo(Map.of("ODD", odd, "PLAIN", "1"));
    }

    @Test
    void whatAnotherShellHasLeftCanBeReadToo() throws Exception {
        String odd = "a\"b'c\\d $x\nsecond";
        Runs runs =
                start(
                        followed,
                        "INC-1-1",
                        Order.of("export PLAIN=1", workspace.toString())
                                .by("sh")
                                .with(Map.of("ODD", odd)));
        followed.end();

        assertThat(runs.left("INC-1-1", place()).variables())
                .containsEntry("ODD", odd)
                .containsEntry("PLAIN", "1");
    }

    @Test
    void whatTakesLongerThanItMayIsEndedAndThatIsSaid() throws Exception {
        RunEnd end =
                run(
                        Order.of("sleep 300 & echo child $!; wait", workspace.toString())
                                .within(java.time.Duration.ofSeconds(1)));

        assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(end.detail()).contains("took longer than it may");
        gone(pid("child "));
    }

    @Test
    void whatIgnoresTheEndOfAStepThatTookTooLongIsKilled() throws Exception {
        String deaf = "(trap '' TERM; exec sleep 300) & echo child $!; wait";
        run(Order.of(deaf, workspace.toString()).within(java.time.Duration.ofSeconds(1)));

        gone(pid("child "));
    }

    @Test
    void whatStandsAtATerminalStaysUntilItIsRead() throws Exception {
        Runs runs = runs(followed);
        runs.prepare("INC-1-1", place(), Order.of("echo balance 12", workspace.toString()));
        Process terminal = new ProcessBuilder(place().terminal("INC-1-1")).start();
        runs.join("INC-1-1", place());
        assertThat(followed.end().exit()).hasValue(0);
        assertThat(terminal.isAlive()).as("it waits for Enter").isTrue();
        terminal.getOutputStream().write('\n');
        terminal.getOutputStream().close();

        assertThat(terminal.waitFor(Await.LIMIT)).isTrue();
        assertThat(terminal.inputReader().lines().map(String::strip))
                .contains("balance 12", "It ended with exit code 0. Enter closes this.");
    }

    @Test
    void whatIsPreparedIsStartedAtATerminalAndFollowedAsAnyRun() throws Exception {
        Runs runs = runs(followed);
        runs.prepare(
                "INC-1-1",
                place(),
                Order.of(
                        "read -r name; echo \"hello $name\" >greeting; exit 3",
                        workspace.toString()));
        Process terminal = new ProcessBuilder(place().terminal("INC-1-1")).start();
        runs.join("INC-1-1", place());
        terminal.getOutputStream()
                .write("ana\n\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        terminal.getOutputStream().close();
        RunEnd end = followed.end();
        assertThat(terminal.waitFor(Await.LIMIT)).isTrue();

        assertThat(end.exit()).hasValue(3);
        assertThat(java.nio.file.Files.readString(workspace.resolve("greeting")))
                .isEqualTo("hello ana\n");
        assertThat(followed.lines())
                .containsExactly("(it had a terminal: what was on its screen is not kept)");
    }
}
