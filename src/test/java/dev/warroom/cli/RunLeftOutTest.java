package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;

/** Without a screen nothing runs that a person is to run when the time has come. */
class RunLeftOutTest {

    private static final String EMERGENCY =
            """
            # Sweep

            ```bash
            # 1. Look
            touch looked

            # 2. Have the way back ready
            touch back-<version>
            ```

            ```bash {"excludeFromRunAll":"true"}
            touch everything
            ```

            ```bash
            touch swept
            ```
            """;

    @TempDir private Path folder;

    @Test
    void whatIsOnlyMadeReadyAndWhatItsFenceExcludesDoNotRun() throws IOException {
        WithoutScreen runbook = new WithoutScreen(folder);

        assertThat(runbook.run("Sweep", EMERGENCY, "service: shop\n", "--set", "version=7"))
                .as(runbook.printed())
                .isZero();

        assertThat(folder.resolve("looked")).exists();
        assertThat(folder.resolve("swept")).exists();
        assertThat(folder.resolve("back-7")).doesNotExist();
        assertThat(folder.resolve("everything")).doesNotExist();
        assertThat(runbook.printed())
                .contains("it is only made ready", "excludeFromRunAll", "2 passed, 2 skipped");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dry-run", "--yes"})
    void whatIsOnlyMadeReadyNeedsNoValue(String how) throws IOException {
        WithoutScreen runbook = new WithoutScreen(folder);

        assertThat(runbook.run("Sweep", EMERGENCY, "service: shop\n", how)).isZero();

        assertThat(runbook.printed()).contains("it is only made ready", "excludeFromRunAll");
    }
}
