package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code run --dry-run} shows and leaves alone. */
class DryRunTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("sweep.md"),
                """
                # Sweep

                ```bash
                # 1. Sweep it
                touch swept
                rm -rf old/<what>
                # 2. Look
                ls
                ```
                """);
    }

    private int run(String... more) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] arguments = {
            "run",
            "Sweep",
            "--dry-run",
            "--file",
            folder.resolve("sweep.md").toString(),
            "--workspace",
            folder.toString(),
            "--state",
            folder.resolve("state").toString()
        };
        return line.execute(
                java.util.stream.Stream.of(arguments, more)
                        .flatMap(java.util.Arrays::stream)
                        .toArray(String[]::new));
    }

    @Test
    void itShowsWhatWouldRunAndWhatIsDangerousInIt() {
        assertThat(run("--set", "what=mail")).isZero();

        assertThat(out.toString())
                .contains("● Sweep it", "$ rm -rf old/mail", "DANGER, line 2: it deletes old/mail")
                .contains("● Look", "2 skipped. Nothing was run.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void itRunsAndRecordsNothing() {
        run("--set", "what=mail");

        assertThat(folder.resolve("swept")).doesNotExist();
        assertThat(folder.resolve("state").resolve("incidents")).doesNotExist();
    }

    @Test
    void aValueThatIsMissingIsSaidAndFails() {
        assertThat(run()).isEqualTo(1);

        assertThat(out.toString()).contains("<what> has no value: give it with --set what=VALUE");
        assertThat(out.toString()).doesNotContain("● Look");
    }
}
