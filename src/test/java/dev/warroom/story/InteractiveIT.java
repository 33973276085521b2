package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** A step that asks at the terminal, in a split of the tmux window that the room is in. */
class InteractiveIT {

    @TempDir Path temp;
    private Account account;
    private Team team;

    @BeforeEach
    void begin() throws IOException {
        account = new Account(temp.resolve("account"));
        team =
                new Team(temp.resolve("team"))
                        .steps("Ask", "read -r -p 'who are you? ' who; echo \"$who\" >> ran");
    }

    @Test
    void itIsAnsweredInTheSplitAndItsEndIsInTheRoom() throws Exception {
        try (Tmux tmux = Tmux.open(account, 160, 40)) {
            // The stories' shell knows nothing of tmux, so that no other is meant by mistake.
            tmux.command(
                    "export TMUX="
                            + tmux.asked("socket_path")
                            + ","
                            + tmux.asked("pid")
                            + ",0 TMUX_PANE="
                            + tmux.asked("pane_id"));
            tmux.command(team.open(account));
            tmux.awaitWords("1 Open", "Shop");
            tmux.press("Enter");
            tmux.awaitStep("Ask");
            tmux.press("i");
            tmux.awaitWords("a split of this tmux window", "Enter runs it");
            tmux.press("Enter");
            tmux.awaitWords("who are you?");
            tmux.type("ana");
            tmux.press("Enter");
            tmux.awaitWords("exit 0", "Ask: passed");
            tmux.press("q");
            tmux.awaitWords("Leave the war room?");
            tmux.press("y");
            assertThat(tmux.exit()).isZero();
        }
        assertThat(team.lines("ran")).containsExactly("ana");
    }
}
