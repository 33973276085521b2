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
import java.util.List;

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

    /** With each warning that groff has, in letters of any kind, and as man calls it. */
    @Test
    void groffHasNothingToSayAboutTheManual() throws Exception {
        Path page = Files.writeString(folder.resolve("warroom.1"), said("manual"));

        for (String groff :
                List.of("groff -man -ww -b -Tutf8", "groff -man -ww -b -Tascii", "man -l")) {
            assertThat(ended("bash", "-c", groff + " \"$0\" 2>&1 >/dev/null", page.toString()))
                    .as(groff)
                    .isEmpty();
        }
        assertThat(ended("bash", "-c", "MANWIDTH=80 man -l \"$0\"", page.toString()))
                .contains("warroom drill [SCENARIO]", "--headless");
    }

    /** As keys are pressed: a shell in a terminal of its own, to which the tabulator is sent. */
    @Test
    void zshCompletesACommandAndAnOption() throws Exception {
        Path script = Files.writeString(folder.resolve("completion"), said("completion", "zsh"));
        Path keys =
                Files.writeString(
                        folder.resolve("keys"),
                        """
                        zmodload zsh/zpty
                        zpty line zsh -f -i
                        zpty -w line "source $1; print -r -- rea''dy"
                        zpty -r line said '*ready*'
                        zpty -w -n line './warroom dri'$'\t'
                        zpty -r line said '*drill*'
                        zpty -w -n line '--head'$'\t'
                        zpty -r line said '*headless*'
                        print -r -- "$said"
                        zpty -d line
                        """);

        assertThat(ended("timeout", "20", "zsh", "-f", keys.toString(), script.toString()))
                .contains("headless");
    }

    private static String ended(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        return said;
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
