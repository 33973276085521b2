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

/** The manual page and the completion tell what the commands say of themselves. */
class ManualTest {

    @TempDir private Path folder;

    private static String said(String... arguments) {
        var out = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        assertThat(line.execute(arguments)).isZero();
        return out.toString();
    }

    @Test
    void theManualHasEveryCommandAndItsOptions() {
        String manual = said("manual");

        assertThat(manual).startsWith(".TH WARROOM 1");
        Main.commandLine()
                .getSubcommands()
                .forEach(
                        (name, command) -> {
                            assertThat(manual).contains(".SS \"warroom " + name);
                            command.getCommandSpec()
                                    .options()
                                    .forEach(
                                            option ->
                                                    assertThat(manual + "\\-\\-help\\-\\-version")
                                                            .contains(
                                                                    option.longestName()
                                                                            .replace("-", "\\-")));
                        });
    }

    @Test
    void bashCompletesACommandAndAnOption() throws Exception {
        Path script = Files.writeString(folder.resolve("completion"), said("completion", "bash"));

        assertThat(completed(script, "warroom dri")).contains("drill");
        assertThat(completed(script, "warroom drill --head")).contains("--headless");
    }

    private String completed(Path script, String typed) throws IOException, InterruptedException {
        Process bash =
                new ProcessBuilder(
                                "bash",
                                "--norc",
                                "-c",
                                "source \"$0\"; COMP_WORDS=($1); COMP_CWORD=$((${#COMP_WORDS[@]} -"
                                        + " 1)); COMP_LINE=$1; _complete_warroom; printf '%s\\n"
                                        + "' \"${COMPREPLY[@]}\"",
                                script.toString(),
                                typed)
                        .redirectErrorStream(true)
                        .start();
        bash.getOutputStream().close();
        String said = new String(bash.getInputStream().readAllBytes());
        assertThat(bash.waitFor()).as(said).isZero();
        return said;
    }
}
