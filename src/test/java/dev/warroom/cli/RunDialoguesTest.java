package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;

/** Without a screen nobody talks with a step, and nothing runs that is meant for a shell there. */
class RunDialoguesTest {

    private static final String LOCK =
            """
            # Lock

            1. Log in

               ```bash
               ssh <host>
               touch looked
               exit
               ```

            2. Enter the container

               ```bash
               touch before
               docker exec -it import bash
               touch removed-<what>
               tail -f nothing.log
               touch later
               ```

            3. Look here

               ```bash
               touch here
               ```
            """;

    @TempDir private Path folder;

    @Test
    void whatStandsBelowACommandThatOpensAShellDoesNotRunHere() throws IOException {
        WithoutScreen runbook = new WithoutScreen(folder);

        assertThat(runbook.run("Lock", LOCK, "service: shop\n", "--yes"))
                .as(runbook.printed())
                .isZero();

        assertThat(folder.resolve("looked")).doesNotExist();
        assertThat(folder.resolve("before")).doesNotExist();
        assertThat(folder.resolve("removed-<what>")).doesNotExist();
        assertThat(folder.resolve("later")).doesNotExist();
        assertThat(folder.resolve("here")).exists();
        assertThat(runbook.printed())
                .contains(
                        "skipped: it wants a terminal of its own",
                        "skipped: it is typed into the shell that \"ssh <host>\" opens",
                        "skipped: it is typed into the shell that \"docker exec -it import bash\""
                                + " opens");
    }

    @Test
    void aDryRunSaysWhatWouldWantATerminal() throws IOException {
        WithoutScreen runbook = new WithoutScreen(folder);

        assertThat(runbook.run("Lock", LOCK, "service: shop\n", "--dry-run"))
                .as(runbook.printed())
                .isZero();

        assertThat(runbook.printed())
                .containsOnlyOnce("a dry run; it would run")
                .contains("skipped: it wants a terminal of its own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"read -rp 'who are you? ' who", "echo 'Is this ok [y/N]: aborted'; exit 1"})
    void whatAsksAndHearsNothingIsSaidToHaveWantedATerminal(String script) throws IOException {
        WithoutScreen runbook = new WithoutScreen(folder);
        String markdown = "# Ask\n\n1. Ask them\n\n   ```bash\n   " + script + "\n   ```\n";

        assertThat(runbook.run("Ask", markdown, "service: shop\n", "--yes")).isEqualTo(1);

        assertThat(runbook.printed())
                .contains("it wanted a terminal and had none: in a room, i runs it in one");
    }

    @Test
    void whatFailsOtherwiseIsNotSaidTo() throws IOException {
        WithoutScreen runbook = new WithoutScreen(folder);
        String markdown = "# Ask\n\n1. Look\n\n   ```bash\n   read -r it </etc/nothing\n   ```\n";

        assertThat(runbook.run("Ask", markdown, "service: shop\n", "--yes")).isEqualTo(1);

        assertThat(runbook.printed()).doesNotContain("terminal");
    }
}
