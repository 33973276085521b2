package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whatever is wrong at the start is told in words that name it, with exit code 2. */
class BadBeginningIT {

    @TempDir Path temp;
    private Account account;
    private Team team;

    @BeforeEach
    void begin() throws IOException {
        account = new Account(temp.resolve("account"));
        team = new Team(temp.resolve("team")).runbook("# Shop\n\n## Tidy up\n\n1. Sweep\n");
    }

    @Test
    void anUnknownOptionIsNamed() throws Exception {
        refused(account.warroom("open", "--colour"), "--colour", "--help");
    }

    @Test
    void anEmptyFolderIsNotTakenForTheCurrentOne() throws Exception {
        refused(account.warroom("runbooks", "--workspace", ""), "--workspace is empty");
        inATerminal("./warroom open --state '' --workspace " + team.folder(), "--state is empty");
        refused(
                account.warroom("run", "Tidy up", "--state", "", "--workspace", team.folder() + ""),
                "--state is empty");
    }

    @Test
    void unreadableMarkdownIsNamedAndTheRestIsListed() throws Exception {
        Path blob = team.file("runbooks/blob.md");
        Files.write(blob, new byte[] {'#', ' ', 'a', 0, 1, 2});
        Ended listed = account.warroom("runbooks", "--workspace", team.folder() + "");
        refused(listed, "blob.md", "NUL bytes");
        assertThat(listed.out()).contains("Tidy up");
        refused(account.warroom("runbooks", "--file", blob + ""), "blob.md", "NUL bytes");
        refused(account.warroom("run", "Blob", "--workspace", team.folder() + ""), "blob.md");
        refused(account.warroom("run", "x", "--file", temp + ""), "not a file");
    }

    @Test
    void anUnknownCommandIsNamed() throws Exception {
        refused(account.warroom("opne"), "opne", "open");
    }

    @Test
    void noCommandAtAllSaysWhatToDo() throws Exception {
        refused(account.warroom(), "warroom drill");
    }

    @Test
    void aWorkspaceFolderThatIsNotThereIsNamed() throws Exception {
        Path missing = temp.resolve("nowhere");
        refused(account.warroom("run", "Tidy up", "--workspace", missing + ""), missing + "");
        inATerminal("./warroom open --workspace " + missing, "nowhere");
    }

    @Test
    void wrongYamlIsToldWithItsPlaceAndWhatToWrite() throws Exception {
        team.says("service: shop\nprobes:\n  - name: api\n    evry: 5s\n    tcp: here:80\n");
        Screen told = inATerminal(team.open(account), "warroom.yaml:4:5", "evry", "every");
        assertThat(told.text()).contains("error");
    }

    @Test
    void aFileInThePlaceOfTheStateFolderIsNamed() throws Exception {
        Files.writeString(account.state(), "not a folder");
        Ended run =
                account.warroom(
                        "run",
                        "Tidy up",
                        "--yes",
                        "--workspace",
                        team.folder() + "",
                        "--state",
                        account.state() + "");
        refused(run, account.state() + "");
        inATerminal("./warroom drill --state " + account.state(), account.state() + "");
    }

    @Test
    void theRoomItselfDoesNotOpenWhereItCannotWrite() throws Exception {
        Files.writeString(account.state(), "not a folder");
        inATerminal(team.open(account), account.state() + "");
    }

    @Test
    void withoutATerminalItSaysWhatWorksWithoutOne() throws Exception {
        refused(account.warroom("open", "--workspace", team.folder() + ""), "terminal", "run");
        refused(account.warroom("drill"), "terminal", "run");
        String command = "cd '" + Account.PRODUCT + "' && " + team.open(account);
        Ended piped =
                account.run("bash", "-o", "pipefail", "-c", command + " </dev/null 2>&1 | cat");
        refused(piped, "terminal", "run");
    }

    @Test
    void onATerminalWhoseOutputIsAPipeItSaysSoToo() throws Exception {
        try (Tmux tmux = Tmux.open(account, 120, 30)) {
            assertThat(tmux.finish("set -o pipefail; " + team.open(account) + " </dev/null | cat"))
                    .isEqualTo(2);
            assertThat(tmux.screen().text()).contains("terminal").contains("person$");
        }
    }

    @Test
    void aTerminalWithoutAScreenIsRefused() throws Exception {
        try (Tmux tmux = Tmux.open(account, 120, 30)) {
            assertThat(tmux.finish("TERM=dumb " + team.open(account))).isEqualTo(2);
            tmux.awaitWords("TERM is \"dumb\"", "warroom run");
            assertThat(tmux.finish("env -u TERM " + team.open(account))).isEqualTo(2);
            tmux.awaitWords("TERM is not set");
            String drill = "TERM=dumb ./warroom drill --state " + account.state();
            assertThat(tmux.finish(drill)).isEqualTo(2);
            assertThat(tmux.screen().text()).doesNotContain("Exception", "at dev.warroom");
        }
    }

    @Test
    void anIncidentThatIsNotThereIsNamed() throws Exception {
        String state = account.state() + "";
        refused(account.warroom("log", "INC-404", "--state", state), "INC-404", state);
        refused(account.warroom("verify", "INC-404", "--state", state), "INC-404");
        refused(account.warroom("postmortem", "INC-404", "--state", state), "INC-404");
        inATerminal(team.open(account) + " --incident INC-404", "INC-404");
    }

    @Test
    void anIncidentsNameCannotLeadOutOfTheStateFolder() throws Exception {
        String state = account.state() + "";
        refused(account.warroom("log", "../../etc/passwd", "--state", state), "etc/passwd");
    }

    private Screen inATerminal(String command, String... words) throws Exception {
        try (Tmux tmux = Tmux.open(account, 160, 40)) {
            Path bytes = temp.resolve("bytes");
            tmux.record(bytes);
            int exit = tmux.finish(command);
            Screen told = tmux.screen();
            assertThat(told.text()).contains(words);
            assertThat(told.text()).doesNotContain("Exception", "at dev.warroom", "at java.");
            assertThat(exit).isEqualTo(2);
            assertThat(Files.readString(bytes, StandardCharsets.ISO_8859_1))
                    .as("the screen was not taken for it")
                    .doesNotContain("\033[?1049");
            return told;
        }
    }

    private static void refused(Ended ended, String... words) {
        assertThat(ended.said()).contains(words);
        assertThat(ended.said()).doesNotContain("Exception", "at dev.warroom", "at java.");
        assertThat(ended.exit()).as(ended.said()).isEqualTo(2);
    }
}
