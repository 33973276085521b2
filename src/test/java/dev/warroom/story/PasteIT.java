package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** Text that lands in the wrong window does nothing there. */
class PasteIT {

    @TempDir Path temp;
    private Account account;
    private Team team;

    @BeforeEach
    void begin() throws IOException {
        account = new Account(temp.resolve("account"));
        team = new Team(temp.resolve("team")).steps("Sweep", "echo swept >> ran");
    }

    @Test
    void intoAPaneItDoesNothingButSaySo() throws Exception {
        try (Tmux tmux = room()) {
            tmux.paste("xsqy\n\r:quit\n");
            Screen after = tmux.awaitWords("Pasted text is ignored");
            assertThat(after.text()).contains("0 of 1", "▶○ Sweep");
            assertThat(after.text()).doesNotContain("Leave the war room?", "Why skip");
            leave(tmux);
        }
        assertThat(team.lines("ran")).isEmpty();
    }

    @Test
    void intoANoteItIsTextAndItsNewlinesDoNotSubmit() throws Exception {
        try (Tmux tmux = room()) {
            tmux.press("t");
            tmux.awaitWords("Note:");
            tmux.paste("first line\nsecond line\n");
            Screen typed = tmux.awaitWords("first line", "second line");
            assertThat(typed.message()).contains("Note:", "first line", "second line");
            assertThat(typed.text()).doesNotContain("note: first");
            tmux.type(" typed");
            tmux.awaitWords("second line", "typed");
            tmux.press("Enter");
            Screen noted = tmux.awaitWords("note: first line", "Noted.");
            assertThat(noted.row("note: first line")).contains("second line", "typed");
            leave(tmux);
        }
    }

    @Test
    void escapeSequencesInItStayText() throws Exception {
        try (Tmux tmux = room()) {
            tmux.press("t");
            tmux.awaitWords("Note:");
            tmux.paste("red \033[31m and \033[A up");
            tmux.awaitWords("Note:", "up");
            tmux.press("Enter");
            Screen noted = tmux.awaitWords("Noted.", "note: red");
            assertThat(noted.row("note: red")).contains("31m and", "up");
            leave(tmux);
        }
    }

    @Test
    void aMegabyteForATitleIsRefusedWithItsLengthAndTheRoomGoesOn() throws Exception {
        team.runbook("# P1: Shop is down\n\n1. Sweep\n");
        try (Tmux tmux = Tmux.open(account, 160, 40)) {
            tmux.command(team.open(account));
            tmux.awaitWords("▶ P1: Shop is down");
            tmux.press("Enter");
            tmux.awaitWords("Declare");
            tmux.paste("x".repeat(1_000_000));
            tmux.awaitWords("xxxxxxxxxxxxxxxxxxxx");
            tmux.press("Enter");
            tmux.awaitWords("characters, and may have 200");
            tmux.press("Escape");
            tmux.awaitWords("no incident open", "Find:  what you see");
            tmux.type(":quit").press("Enter");
            tmux.awaitWords("Leave the war room?");
            tmux.press("y");
            assertThat(tmux.exit()).isZero();
        }
    }

    @Test
    void aPastedYesNeverLeaves() throws Exception {
        try (Tmux tmux = room()) {
            tmux.press("q");
            tmux.awaitWords("Leave the war room?");
            tmux.paste("y");
            tmux.press("n");
            Screen stays = tmux.await("no question", it -> !it.has("Leave the war room?"));
            assertThat(stays.text()).contains("1 Checklist · Shop");
            leave(tmux);
        }
    }

    @Test
    void aPastedEnterNeverRunsWhatIsShown() throws Exception {
        try (Tmux tmux = room()) {
            tmux.press("Enter");
            tmux.awaitWords("Run on", "Enter runs it");
            tmux.paste("\n");
            tmux.press("Escape");
            tmux.await("no preview", it -> !it.has("Enter runs it"));
            leave(tmux);
        }
        assertThat(team.lines("ran")).isEmpty();
    }

    private Tmux room() {
        Tmux tmux = Tmux.open(account, 160, 40);
        tmux.command(team.open(account));
        tmux.awaitWords("1 Open", "Shop");
        tmux.press("Enter");
        tmux.awaitStep("Sweep");
        return tmux;
    }

    private static void leave(Tmux tmux) {
        tmux.leave();
        assertThat(tmux.exit()).isZero();
    }
}
