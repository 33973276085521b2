package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a runbook's step says of its output and its attempts holds without a screen as well. */
class RunTriesTest {

    @TempDir private Path folder;

    private WithoutScreen runbook;

    @BeforeEach
    void lay() {
        runbook = new WithoutScreen(folder);
    }

    private int run(String attributes, String script) throws IOException {
        return runbook.run(
                "Wait",
                """
                # Wait

                1. Wait for it

                   ```bash {%s}
                   %s
                   ```

                2. Go on

                   ```bash
                   touch went
                   ```
                """
                        .formatted(attributes, script),
                "service: shop\nprobes:\n  - {name: api, command: 'true', every: 30s}\n");
    }

    @Test
    void itIsTriedUntilItPrintsWhatItMust() throws IOException {
        assertThat(
                        run(
                                "expect=ready attempts=9 interval=10ms",
                                "echo . >>tried; [ $(wc -l <tried) -lt 3 ] || echo it is ready"))
                .isZero();

        assertThat(folder.resolve("tried")).hasContent(".\n.\n.\n");
        assertThat(folder.resolve("went")).exists();
        assertThat(runbook.printed()).contains("(attempt 2 of 9 in ", "it is ready", "2 passed");
    }

    @Test
    void itIsTriedUntilItPasses() throws IOException {
        assertThat(run("attempts=9 interval=10ms", "echo . >>tried; [ $(wc -l <tried) -ge 2 ]"))
                .isZero();

        assertThat(folder.resolve("tried")).hasContent(".\n.\n");
    }

    @Test
    void aStepOfWhichNobodyKnowsHowItEndedIsUnknownAndNothingFollows() throws IOException {
        // What would have written its exit code down is killed before it.
        assertThat(run("", "kill -9 $PPID $$")).isEqualTo(1);

        assertThat(folder.resolve("went")).doesNotExist();
        assertThat(runbook.printed())
                .contains("? unknown: it is gone and left no exit code", "1 unknown")
                .doesNotContain("failed");
    }

    @Test
    void whatNeverPrintsItFailsAndNothingFollows() throws IOException {
        assertThat(run("expect=ready attempts=2 interval=10ms", "echo . >>tried; echo no"))
                .isEqualTo(1);

        assertThat(folder.resolve("tried")).hasContent(".\n.\n");
        assertThat(folder.resolve("went")).doesNotExist();
        assertThat(runbook.printed())
                .contains("no line of its output has \"ready\" after 2 attempts");
    }

    @Test
    void withoutAttemptsItsOutputMustMatchAtOnce() throws IOException {
        assertThat(run("expect=ready", "echo . >>tried; echo no")).isEqualTo(1);

        assertThat(folder.resolve("tried")).hasContent(".\n");
        assertThat(folder.resolve("went")).doesNotExist();
    }

    @Test
    void itMustHoldForAsLongAsItSays() throws IOException {
        assertThat(
                        run(
                                "expect=ready attempts=999 interval=10ms for=300ms",
                                "echo ready >>tried; echo ready"))
                .isZero();

        assertThat(Files.readAllLines(folder.resolve("tried"))).hasSizeGreaterThan(1);
        assertThat(runbook.printed()).contains("(holds for ");
    }

    @Test
    void aProbeIsWatchedByARoomOnly() throws IOException {
        assertThat(run("expect=\"probe api\" attempts=2 interval=10ms", "touch looked"))
                .isEqualTo(1);

        assertThat(folder.resolve("looked")).doesNotExist();
        assertThat(runbook.printed()).contains("it waits for the probe api, which a room watches");
    }

    @Test
    void whatTheTargetSetsNeedsNoValue() throws IOException {
        String markdown = "# Wait\n\n```bash {target=%s}\ntouch \"$STAGE\"\n```\n";
        String targets = "service: shop\ntargets: [{name: local, env: {STAGE: live}}]\n";
        assertThat(runbook.run("Wait", markdown.formatted("local"), targets)).isZero();
        assertThat(folder.resolve("live")).exists();

        assertThat(runbook.run("Wait", markdown.formatted("local"), "service: shop\n"))
                .isEqualTo(1);
        assertThat(runbook.printed()).contains("$STAGE has no value");
    }

    @Test
    void eachOfSeveralHostsMustPrintItAndIsTriedOnce() throws IOException {
        String group = "service: shop\ntargets: [{name: all, hosts: [local, nowhere.invalid]}]\n";
        String markdown =
                """
                # Wait

                1. Wait for it

                   ```bash {target=all expect=ready attempts=2 interval=10ms}
                   echo . >>tried; echo %s
                   ```
                """;
        assertThat(runbook.run("Wait", markdown.formatted("no"), group)).isEqualTo(1);

        assertThat(folder.resolve("tried")).hasContent(".\n");
        assertThat(runbook.printed())
                .contains(
                        "local: exit 0: no line of its output has \"ready\"",
                        "0 of 2 hosts passed; on several hosts a step is tried once");

        assertThat(runbook.run("Wait", markdown.formatted("is ready"), group)).isEqualTo(1);
        assertThat(runbook.printed())
                .contains("local: is ready", "local: exit 0\n", "1 of 2 hosts passed");
    }
}
