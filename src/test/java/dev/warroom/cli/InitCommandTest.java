package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.workspace.WorkspaceReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A workspace is made of what a team has. */
class InitCommandTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int warroom(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private void team() throws IOException {
        Files.createDirectory(folder.resolve("docs"));
        Files.writeString(
                folder.resolve("docs/restart.md"),
                """
                # Restart the shop

                ```bash
                # 1. Look
                tail -n 50 logs/shop.log
                curl -f https://shop.example.com/health

                # 2. Restart
                ssh deploy@shop-1 sudo systemctl restart shop
                ```
                """);
        Files.writeString(folder.resolve("docs/history.md"), "# How it began\n\nLong ago.\n");
    }

    @Test
    void runbooksAreLinkedAndWhatTheyTouchIsProposed() throws Exception {
        team();

        assertThat(warroom("init", folder.toString())).isZero();

        assertThat(folder.resolve("runbooks/docs-restart.md")).isSymbolicLink().exists();
        assertThat(folder.resolve("runbooks/docs-history.md")).doesNotExist();
        assertThat(Files.readString(folder.resolve("warroom.yaml")))
                .contains("  - \"logs/shop.log\"\n")
                .contains("#     http: https://shop.example.com/health\n")
                .contains("#   deploy@shop-1\n");
        assertThat(WorkspaceReader.read(folder).policy().service())
                .isEqualTo(folder.getFileName().toString());
        assertThat(out.toString()).contains("1 runbook in 1 file.", "warroom open --workspace");
    }

    @Test
    void whatIsThereIsNeverChanged() throws Exception {
        team();
        Files.writeString(folder.resolve("warroom.yaml"), "service: shop\n");

        assertThat(warroom("init", folder.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("warroom.yaml is there already");
        assertThat(folder.resolve("runbooks")).doesNotExist();
    }

    @Test
    void anEmptyFolderBecomesAWorkspaceToo() throws Exception {
        assertThat(warroom("init", folder.toString())).isZero();

        WorkspaceReader.read(folder);
        assertThat(folder.resolve("runbooks")).isDirectory();
    }
}
