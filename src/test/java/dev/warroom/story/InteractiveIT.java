package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** Steps that ask something, or draw on the screen: they get a terminal, and it is written down. */
class InteractiveIT {

    private static final String NOTED = "interactive: whoever ran it had its terminal";

    @TempDir Path temp;
    private Account account;
    private Team team;

    @BeforeEach
    void begin() throws IOException {
        account = new Account(temp.resolve("account"));
        team = new Team(temp.resolve("team"));
    }

    @Test
    void inTmuxItIsASplitOfTheWindowAndTheRoomGoesOn() throws Exception {
        team.steps("Ask", "read -rp 'who are you? ' who\necho \"it is $who\"\nexit 3");
        try (Tmux tmux = Tmux.open(account, 120, 80)) {
            tmux.inside();
            Tmux room = tmux.pane(tmux.asked("pane_id"));
            tmux.command(team.open(account));
            tmux.awaitWords("no incident open", "1 Open", "Shop");
            tmux.press("Enter");
            tmux.awaitStep("Ask");
            tmux.press("i");
            tmux.awaitWords("It gets a terminal: in tmux a split of this window");
            tmux.press("Enter");
            tmux.await("the split's question", it -> it.last().equals("who are you?"));
            room.awaitWords("Output · Ask · running");
            room.press("Escape");
            room.awaitWords("● Ask", NOTED);

            // Nobody waits for whoever sits at the split.
            room.press("t");
            room.type("ask ben as well").press("Enter");
            room.awaitWords("note: ask ben as well");

            tmux.command("ada");
            tmux.awaitWords("it is ada", "exit code 3", "Enter closes this");
            room.awaitWords("✗ Ask", "exit 3");
            tmux.press("Enter");
            room.leaveBehindTheSplit();
            assertThat(tmux.exit()).isZero();
        }
        assertThat(log()).containsSubsequence("Ask: started", NOTED, "ask ben", "Ask: exit 3");
    }

    @Test
    void elsewhereAWalkHandsItsTerminalOverAndTakesItBack() throws Exception {
        team.runbook(
                """
                # Shop

                ## Night

                1. Find the port

                   ```bash {name=port}
                   echo 8099
                   ```

                2. Ask

                   ```bash {interactive=true}
                   stty -echo
                   read -rp 'who are you? ' who
                   echo "it is $who"
                   ```

                3. Knock

                   ```bash
                   echo "knock at <port>" >> ran
                   ```
                """);
        try (Tmux tmux = Tmux.open(account, 100, 50)) {
            tmux.command(
                    "./warroom walk Night --workspace %s --state %s"
                            .formatted(team.folder(), account.state()));
            tmux.awaitWords("1 of 3. Find the port", "step 1>");
            tmux.command("");
            tmux.awaitWords("Run it?");
            tmux.command("y");
            tmux.awaitWords("| 8099", "2 of 3. Ask", "step 2>");
            tmux.command("");
            tmux.awaitWords("It gets a terminal: in tmux a split of this window, elsewhere this");
            tmux.command("y");
            tmux.await("the step's question", it -> it.last().equals("who are you?"));
            // Either would mean something to the walk.
            tmux.command("quit");
            tmux.awaitWords("it is quit", "exit code 0", "Enter closes this");
            // The rest of it would leave the walk.
            tmux.paste("\n:quit\ny\n");
            tmux.awaitWords("Ask: exit 0", "3 of 3. Knock", "step 3>");
            tmux.command("");
            tmux.awaitWords("<port>:", "printed by Find the port");
            tmux.type("80").press("Tab");
            tmux.awaitWords("<port>: 8099");
            tmux.press("Enter");
            tmux.awaitWords("knock at 8099");
            tmux.command("y");
            tmux.awaitWords("Knock: exit 0");
            tmux.press("C-d");
            assertThat(tmux.exit()).isZero();
            assertThat(tmux.finish("stty -a | grep -qw -e '-echo'")).as("no echo").isEqualTo(1);
        }
        assertThat(team.lines("ran")).containsExactly("knock at 8099");
        assertThat(log()).containsSubsequence("Ask: started", NOTED, "Ask: exit 0", "port = 8099");
    }

    private String log() throws IOException, InterruptedException {
        return account.warroom("log", "RUN-1", "--state", account.state() + "").out();
    }
}
