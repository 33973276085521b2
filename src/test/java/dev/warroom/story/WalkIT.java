package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A person whose terminal shows no screen, or is read aloud, walks a runbook line by line. */
class WalkIT {

    private static final String EVENING =
            """
            ---
            placeholders: {name: {suggest: "echo Bea"}}
            ---
            # Shop

            ## Evening

            1. Look around

               ```bash
               echo looking >> ran; echo "all quiet"
               ```

            2. Call the night shift

            3. Watch the door

               ```bash
               echo watching >> ran; tail -f door
               ```

            4. Greet

               ```bash
               echo "hello <name>" >> ran
               ```

            **Option 1: Lock up**

            ```bash
            echo locked >> ran
            ```

            **Option 2: Leave it open**

            ```bash
            echo open >> ran
            ```
            """;

    @TempDir Path temp;
    private Account account;
    private Team team;

    @BeforeEach
    void begin() throws IOException {
        account = new Account(temp.resolve("account"));
        team = new Team(temp.resolve("team")).runbook(EVENING);
        Files.writeString(team.file("door"), "shut\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dumb", "screen-256color"})
    void theWholeRunbookIsWalkedAndLeftAndGoneOnWith(String terminal) throws Exception {
        account.with("TERM", terminal);
        try (Tmux tmux = Tmux.open(account, 100, 60)) {
            tmux.command(walk("Evening"));
            tmux.awaitWords("1 of 6. Look around [a command]", "step 1>");
            tmux.command("");
            tmux.awaitWords("$ echo looking", "Run it? y or n:");
            tmux.command("y");
            tmux.awaitWords("| all quiet", "Look around: exit 0", "2 of 6. Call the night shift");
            tmux.command("done");
            tmux.awaitWords("3 of 6. Watch the door [runs until it is stopped]", "step 3>");
            tmux.command("quit");
            tmux.awaitWords("Leave?");
            tmux.command("y");
            assertThat(tmux.exit()).isZero();

            tmux.command("clear; " + walk("Evening"));
            tmux.awaitWords("3 of 6. Watch the door", "step 3>");
            tmux.command("");
            tmux.awaitWords("Run it?");
            tmux.command("y");
            tmux.awaitWords("| shut");
            tmux.press("C-c");
            tmux.awaitWords("It goes on running", "step 3>");
            tmux.command("stop");
            tmux.awaitWords("Stop \"Watch the door\"");
            tmux.command("y");
            tmux.awaitWords("Watch the door: stopped");
            tmux.command("4");
            tmux.awaitWords("step 4>");
            tmux.command("");
            tmux.awaitWords("<name>:");
            tmux.command("Ada $HOME");
            tmux.awaitWords("Run it?");
            tmux.command("y");
            tmux.awaitWords("Greet: exit 0", "Option 1: Lock up");
            tmux.command("6");
            tmux.awaitWords("Option 2: Leave it open", "step 6>");
            tmux.command("");
            tmux.awaitWords("Why option 2");
            tmux.command("the lock is broken");
            tmux.awaitWords("chose Leave it open: the lock is broken", "$ echo open");
            tmux.command("y");
            tmux.awaitWords("Leave it open: exit 0");
            tmux.command(":close");
            tmux.awaitWords("The checklist is closed");
            tmux.press("C-d");
            assertThat(tmux.exit()).isZero();
        }
        assertThat(team.lines("ran"))
                .containsExactly("looking", "watching", "hello Ada $HOME", "open");
        Ended log = account.warroom("log", "RUN-1", "--state", account.state() + "");
        assertThat(log.out())
                .contains(
                        "Call the night shift: done",
                        "Watch the door: stopped",
                        "name = Ada $HOME",
                        "closed");
    }

    @Test
    void titlesAndValuesAreCompletedWithTabAndLinesAreRemembered() throws Exception {
        try (Tmux tmux = Tmux.open(account, 100, 40)) {
            tmux.command(walk("Evening"));
            tmux.awaitWords("step 1>");
            tmux.type("Call").press("Tab");
            tmux.awaitWords("step 1> Call the night shift");
            tmux.press("Enter");
            tmux.awaitWords("2 of 6. Call the night shift [for a person]", "step 2>");
            tmux.press("Up");
            tmux.awaitWords("step 2> Call the night shift");
            tmux.press("C-u");
            tmux.command("4");
            tmux.awaitWords("step 4>");
            tmux.command("");
            tmux.awaitWords("<name>:");
            tmux.type("B").press("Tab");
            tmux.awaitWords("<name>: Bea");
            tmux.press("C-c");
            tmux.await("the next line", it -> it.text().split("step 4>", -1).length == 3);
            tmux.press("C-d");
            assertThat(tmux.exit()).isZero();
        }
    }

    /** Nothing reads the terminal then; a Ctrl-D in a line that it keeps would be a NUL. */
    @ParameterizedTest
    @ValueSource(strings = {"dumb", "screen-256color"})
    void whatIsTypedWhileAStepRunsIsTakenAfterIt(String terminal) throws Exception {
        account.with("TERM", terminal);
        slowMorning();
        try (Tmux tmux = Tmux.open(account, 100, 40)) {
            runFirstOfMorning(tmux);
            tmux.command("done");
            tmux.press("C-d");
            Files.writeString(team.file("go"), "");
            tmux.awaitWords("Wait for the delivery: exit 0", "Put it away: done");
            assertThat(tmux.exit()).isZero();
        }
    }

    @Test
    void whatIsPastedWhileAStepRunsDoesNothingThatPastedTextDoesNotDo() throws Exception {
        slowMorning();
        try (Tmux tmux = Tmux.open(account, 100, 40)) {
            runFirstOfMorning(tmux);
            tmux.paste("done\n\ny\n");
            Files.writeString(team.file("go"), "");
            tmux.awaitWords("Wait for the delivery: exit 0", "step 2> done");
            tmux.press("C-c");
            tmux.awaitWords("quit leaves");
            tmux.press("C-d");
            Screen left = tmux.await("the shell's prompt", Tmux::prompts);
            assertThat(left.text()).doesNotContain("Put it away: done", "Open the shop: ");
            assertThat(tmux.exit()).isZero();
        }
        assertThat(team.lines("ran")).containsExactly("waited");
    }

    private void slowMorning() throws IOException {
        team.runbook(
                """
                # Shop

                ## Morning

                1. Wait for the delivery

                   ```bash
                   until [ -e go ]; do sleep 0.1; done
                   echo waited >> ran
                   ```

                2. Put it away

                3. Open the shop

                   ```bash
                   echo opened >> ran
                   ```
                """);
    }

    private void runFirstOfMorning(Tmux tmux) {
        tmux.command(walk("Morning"));
        tmux.awaitWords("step 1>");
        tmux.command("");
        tmux.awaitWords("Run it? y or n:");
        tmux.command("y");
        tmux.awaitWords("Wait for the delivery: started");
    }

    @Test
    void aRunbookThatNobodyHasIsNamed() throws Exception {
        Ended walk =
                account.warroom(
                        "walk",
                        "Midnight",
                        "--workspace",
                        team.folder() + "",
                        "--state",
                        account.state() + "");
        assertThat(walk.exit()).isEqualTo(2);
        assertThat(walk.err()).contains("no runbook is called \"Midnight\"", "Evening");
    }

    private String walk(String runbook) {
        return "./warroom walk "
                + runbook
                + " --workspace "
                + team.folder()
                + " --state "
                + account.state();
    }
}
