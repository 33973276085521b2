package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where it is looked for what runs have left behind. No host of these names is there. */
class CleanCommandTest {

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();

    private int clean(String... more) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        String[] words = new String[5 + more.length];
        words[0] = "clean";
        words[1] = "--workspace";
        words[2] = folder.toString();
        words[3] = "--state";
        words[4] = folder.resolve("state").toString();
        System.arraycopy(more, 0, words, 5, more.length);
        return line.execute(words);
    }

    private void runbook(String name, String markdown) throws IOException {
        Path runbooks = Files.createDirectories(folder.resolve("runbooks"));
        Files.writeString(runbooks.resolve(name), markdown);
    }

    @Test
    void whatOnlyARunbookNamesIsLookedAtAsWellAndEachOnce() throws IOException {
        Files.writeString(
                folder.resolve("warroom.yaml"),
                """
                service: shop
                targets:
                  - {name: quay, host: quay.invalid}
                """);
        runbook(
                "pier.md",
                """
                ---
                target: pier.invalid
                ---
                # Pier

                1. Look

                   ```bash
                   uptime
                   ```
                """);
        runbook(
                "ferry.md",
                """
                # Ferry

                1. Look

                   ```bash {target=ferry.invalid}
                   uptime
                   ```

                2. Look at the quay

                   ```bash {target=quay.invalid}
                   uptime
                   ```

                3. Look nowhere

                   ```bash {target=-oProxyCommand=no}
                   uptime
                   ```

                ## Buoy

                <!-- target: buoy.invalid -->

                1. Look

                   ```bash
                   uptime
                   ```
                """);

        assertThat(clean()).isEqualTo(1);

        assertThat(out.toString().lines().map(it -> it.split(": ", 2)[0]))
                .contains("quay", "pier.invalid", "ferry.invalid", "buoy.invalid")
                .doesNotContain("quay.invalid")
                .doesNotHaveDuplicates();
    }

    @Test
    void whereTargetsAreGivenOnlyThoseAreLookedAt() throws IOException {
        runbook("pier.md", "# Pier\n\n```bash {target=pier.invalid}\nuptime\n```\n");

        assertThat(clean("--target", "local")).isZero();

        assertThat(out.toString()).isEqualTo("Nothing is left of incidents that are over.\n");
    }
}
