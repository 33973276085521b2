package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/** A runbook is walked with all that belongs to it, and edited by somebody else meanwhile. */
class WalkedIT {

    private static final String RELEASE =
            """
            ---
            placeholders: {version: {suggest: "cat versions"}}
            ---
            # Release

            **Look (0-10 minutes):**

            1. Look at the disks

               ```bash
               cat disks
               ```

            **Expected Results:**

            - Disk usage < 80%
            - The captain agrees

            **Way out:**

            **Option 1: Roll back**

            ```bash
            echo back to <version>
            ```

            **Option 2: Wait**

            ```bash
            sleep 1
            ```

            **Afterwards:**

            - [ ] Write to the customers, see [Status page](status.md)
            """;

    @TempDir Path temp;

    @Test
    void numbersAreReadOptionsComparedLinksFollowedAndChangesSeen() throws Exception {
        Account account = new Account(temp);
        Team team = new Team(temp.resolve("team")).runbook(RELEASE);
        Files.writeString(team.file("runbooks/status.md"), "# Status page\n\n1. Log in\n");
        Files.writeString(team.file("versions"), "1.4.0\n1.4.1\n");
        Files.writeString(team.file("disks"), "Filesystem Use%\n/dev/sda1 91%\n");
        try (Tmux tmux = Tmux.open(account, 120, 40)) {
            tmux.command(team.open(account));
            tmux.awaitWords("Release");
            tmux.press("Enter");
            expectations(tmux);
            options(tmux);
            links(tmux);
            Files.writeString(
                    team.file("runbooks/shop.md"),
                    RELEASE.replace("sleep 1", "sleep 2").replace("agrees", "has agreed"));
            changes(tmux);
            tmux.leave();
            assertThat(tmux.exit()).isZero();
        }
        Ended log = account.warroom("log", "RUN-1", "--state", account.state().toString());
        assertThat(log.out())
                .contains("DOES NOT HOLD: Disk usage < 80% (read: /dev/sda1 91%)")
                .contains("holds: The captain agrees (she is on the call)")
                .contains("note on Look at the disks: sda1 is the archive")
                .contains("chose Roll back: nothing else is left")
                .contains("version = 1.4.0")
                .contains("opened Status page")
                .contains("runbooks/shop.md has changed: 2 lines new, 2 gone");
    }

    private static void expectations(Tmux tmux) {
        tmux.awaitStep("Look at the disks");
        tmux.press("Enter");
        tmux.awaitWords("Run on", "Enter runs it");
        tmux.press("Enter");
        Screen read = tmux.awaitWords("✗ Disk usage < 80%", "read: /dev/sda1 91%");
        assertThat(read.row("Look at the disks  ")).contains("exit 0");
        tmux.awaitStep("The captain agrees");
        tmux.press("Enter");
        tmux.awaitWords("Does it hold: The captain agrees?");
        tmux.press("y");
        tmux.awaitWords("a note on it");
        tmux.type("she is on the call").press("Enter");
        tmux.awaitWords("✓ The captain agrees", "Holds: The captain agrees");
        tmux.press("Escape", "g", "T");
        tmux.awaitWords("Note on \"Look at the disks\"");
        tmux.type("sda1 is the archive").press("Enter");
        tmux.awaitWords("1 note", "sda1 is the archive");
    }

    private static void options(Tmux tmux) {
        Screen beside = tmux.awaitWords("Option 1  Roll back", "$ echo back to");
        assertThat(beside.row("Option 1")).contains("Option 2  Wait");
        tmux.press("j", "j", "j");
        tmux.awaitStep("Roll back");
        tmux.press("Enter");
        tmux.awaitWords("Why option 1, Roll back");
        tmux.type("nothing else is left").press("Enter");
        tmux.awaitWords("1.4.0", "1.4.1", "from: cat versions", "leave it as it stands");
        tmux.press("Down");
        tmux.awaitWords("<version>: 1.4.0");
        tmux.press("Enter");
        tmux.awaitWords("1  version = 1.4.0", "chosen by");
        tmux.press("Enter");
        Screen chosen = tmux.awaitWords("Roll back: passed", "because: nothing else is left");
        assertThat(chosen.row("Option 2")).contains("not chosen");
    }

    private static void links(Tmux tmux) {
        tmux.awaitStep("Write to the customers");
        tmux.press("Enter");
        tmux.awaitWords("1 Checklist · Status page", "□ Log in");
        tmux.press("Escape");
        tmux.await("the output closed", it -> !it.has("Output ·"));
        tmux.press("Escape");
        tmux.awaitWords("1 Checklist · Release", "▶    → Status page");
    }

    private static void changes(Tmux tmux) {
        tmux.awaitWords("runbooks/shop.md has changed: 2 lines new, 2 gone. D shows what.");
        tmux.press("D");
        Screen shown = tmux.awaitWords("Changed: ", "+   $ sleep 2", "-   $ sleep 1");
        assertThat(shown.text()).contains("+ expected: The captain has agreed");
        tmux.press("Escape");
        Screen still = tmux.await("the walk", it -> !it.has("Changed: "));
        assertThat(still.row("Look at the disks")).contains("exit 0");
        assertThat(still.row("Option 1")).contains("chosen");
    }
}
