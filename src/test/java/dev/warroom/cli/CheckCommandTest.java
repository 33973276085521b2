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

/** What the check says and answers. */
class CheckCommandTest {

    @TempDir private Path folder;
    @TempDir private Path state;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int warroom(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    @Test
    void aFolderThatIsWellEndsWithZero() throws IOException {
        Files.writeString(folder.resolve("a.md"), "# Look\n\n```bash\nuptime\n```\n");

        assertThat(warroom("check", "--state", state.toString(), folder.toString())).isZero();
        assertThat(out).hasToString("1 file, 1 runbook, 0 problems" + System.lineSeparator());
    }

    @Test
    void theProductsOwnRunbooksAreClean() {
        assertThat(warroom("check", "--state", state.toString(), "runbooks")).isZero();
        assertThat(out.toString()).contains("0 problems").doesNotContain(": warning:", ": error:");
    }

    @Test
    void aProblemIsToldWithItsPlaceAndEndsWithOne() throws IOException {
        Path file = folder.resolve("a.md");
        Files.writeString(file, "# Clean\n\n```bash\nrm -rf cache\n```\n");

        assertThat(warroom("check", "--state", state.toString(), folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .startsWith(file + ":4:1: warning: \"rm -rf cache\" is dangerous")
                .contains("[danger-alone]")
                .contains("1 file, 1 runbook, 1 problem");
    }

    @Test
    void aFileThatIsGivenTwiceIsCheckedOnce() throws IOException {
        Path wiki = Files.createDirectory(folder.resolve("wiki"));
        Path file = wiki.resolve("a.md");
        Files.writeString(file, "# Clean\n\n```bash\nrm -rf cache\n```\n");
        Files.createSymbolicLink(folder.resolve("book"), wiki);

        assertThat(
                        warroom(
                                "check",
                                "--state",
                                state.toString(),
                                wiki.toString(),
                                file.toString(),
                                folder.resolve("wiki/../wiki").toString(),
                                folder.resolve("book").toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("1 file, 1 runbook, 1 problem");
    }

    @Test
    void jsonHasOneObjectAProblem() throws IOException {
        Path file = folder.resolve("a.md");
        Files.writeString(file, "# Clean\n\n```bash\nrm -rf cache\n```\n");

        assertThat(warroom("check", "--state", state.toString(), "--json", file.toString()))
                .isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(out.toString())
                .contains("\"rule\":\"danger-alone\"", "\"line\":4", "\"column\":1");
    }

    @Test
    void ofVeryManyProblemsTheFirstAreToldAndTheOthersCounted() throws IOException {
        StringBuilder text = new StringBuilder("# Clean\n");
        for (int i = 0; i < 10_002; i++) {
            text.append("\n[here](gone.md#nowhere-").append(i).append(")\n");
        }
        Files.writeString(folder.resolve("a.md"), text + "\n```bash\nuptime\n```\n");

        assertThat(warroom("check", "--state", state.toString(), folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("nowhere-9999.", "1 file, 1 runbook, 10,002 problems")
                .doesNotContain("nowhere-10000.");
        assertThat(err.toString())
                .contains("Only the first 10,000 findings are shown; 2 more were found.");
    }

    @Test
    void aPathThatIsNotThereIsWrongUse() {
        assertThat(warroom("check", "--state", state.toString(), folder.resolve("no").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("there is no such file or folder");
    }

    @Test
    void runbooksAreFoundByWhatOneSees() throws IOException {
        Path file = folder.resolve("a.md");
        Files.writeString(
                file,
                "# Restart\n\n"
                        + "```bash\n"
                        + "uptime\n"
                        + "```\n\n"
                        + "# Port already in use\n\n"
                        + "```bash\n"
                        + "ss -lnt\n"
                        + "```\n");

        assertThat(warroom("runbooks", "--file", file.toString(), "--find", "port in use"))
                .isZero();
        assertThat(out.toString()).startsWith("Port already in use").doesNotContain("Restart");
    }

    @Test
    void ofManyThatFitTheFirstHundredAreShown() throws IOException {
        Path file = folder.resolve("a.md");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 103; i++) {
            text.append("# Lamp ").append(i).append("\n\n1. Look\n\n");
        }
        Files.writeString(file, text.toString());

        assertThat(warroom("runbooks", "--file", file.toString(), "--find", "lamp")).isZero();
        assertThat(out.toString().lines().filter(it -> it.startsWith("Lamp "))).hasSize(100);
        assertThat(err.toString()).contains("3 more fit \"lamp\"");
    }

    @Test
    void ofManyProblemsTheListOfRunbooksTellsTheFirstTwentyAndWhereTheOthersAre()
            throws IOException {
        Path file = folder.resolve("a.md");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 23; i++) {
            text.append("# Lamp ").append(i).append("\n\n```bash {timeout=never}\nuptime\n```\n\n");
        }
        Files.writeString(file, text.toString());

        assertThat(warroom("runbooks", "--file", file.toString())).isZero();
        assertThat(err.toString().lines().filter(it -> it.contains("timeout"))).hasSize(20);
        assertThat(err.toString())
                .endsWith(
                        "3 problems more are not shown; all of them: warroom check " + file + "\n");
    }

    @Test
    void twoFilesWithTheSameHeadingAreAMatterOfChecking() throws IOException {
        Path runbooks = Files.createDirectory(folder.resolve("runbooks"));
        for (String name : List.of("gate.md", "lamp.md")) {
            Files.writeString(runbooks.resolve(name), "# Restart\n\n```bash\nuptime\n```\n");
        }
        Files.writeString(folder.resolve("warroom.yaml"), "logs: []\n");

        assertThat(warroom("runbooks", "--workspace", folder.toString())).isZero();
        assertThat(err).hasToString("");
        assertThat(warroom("check", "--state", state.toString(), runbooks.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("[duplicate-id]");
    }

    @Test
    void whatFilesAreCalledAndHoldIsMadeSafeToShow() throws IOException {
        Path file = folder.resolve("red\u001b[31m.md");
        Files.writeString(file, "# Look\n\n```bash {timeout=\u001b[2J}\nuptime\n```\n");

        assertThat(warroom("runbooks", "--file", file.toString())).isZero();
        assertThat(warroom("runbooks", "--file", folder.resolve("no\u001b[1m").toString()))
                .isEqualTo(2);
        assertThat(out.toString() + err).contains("red", "timeout").doesNotContain("\u001b");
    }

    @Test
    void findingNothingEndsWithOne() throws IOException {
        Path file = folder.resolve("a.md");
        Files.writeString(file, "# Restart\n\n```bash\nuptime\n```\n");

        assertThat(warroom("runbooks", "--file", file.toString(), "--find", "zebra")).isEqualTo(1);
        assertThat(err.toString()).contains("zebra");
    }

    @Test
    void aTargetThatLacksACommandIsTold() throws IOException {
        Path file = folder.resolve("a.md");
        Files.writeString(file, "# Look\n\n```bash\nuptime\nno-such-command-anywhere\n```\n");
        String[] check = {"check", "--state", state.toString(), "--target", "local"};

        assertThat(warroom(check[0], check[1], check[2], check[3], check[4], file.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).startsWith(file + ":5:1: warning: the command no-such-command");
    }

    @Test
    void aPageThatIsCalledByItsNameMayBeAFileThatIsNotChecked() throws IOException {
        Path wiki = Files.createDirectories(folder.resolve("runbooks/wiki"));
        Path file = wiki.resolve("a.md");
        Files.writeString(file, "# Look\n\n1. See [[The other]], [[Far away]] and [[Nowhere]]\n");
        Files.writeString(wiki.resolve("the-other.md"), "# Other\n\n1. Act\n");
        Files.writeString(folder.resolve("runbooks/far_away.md"), "# Far\n\n1. Act\n");

        assertThat(
                        warroom(
                                "check",
                                "--state",
                                state.toString(),
                                "--workspace",
                                folder.toString(),
                                file.toString()))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains(file + ":3:40: warning: no file is called so: [[Nowhere]]")
                .contains("1 file, 1 runbook, 1 problem");
    }
}
