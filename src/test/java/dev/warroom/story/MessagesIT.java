package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages on their way out of the room, and hooks that are of no use. */
class MessagesIT {

    private static final Pattern OSC_52 = Pattern.compile("\u001b]52;c;([A-Za-z0-9+/=]*)\u0007");

    private static final String RUNBOOK = "# P1: Shop is down\n\n1. Look at the shop\n";

    @TempDir Path temp;

    private Tmux room(Account account, Team team) {
        Tmux tmux = Tmux.open(account, 160, 40);
        tmux.command(team.open(account));
        tmux.awaitWords("▶ P1: Shop is down");
        tmux.press("Enter");
        tmux.awaitWords("Declare");
        tmux.type("no page loads").press("Enter");
        tmux.awaitStep("Look at the shop");
        return tmux;
    }

    private static void update(Tmux tmux, String status) {
        tmux.type("u" + status).press("Enter");
        tmux.awaitWords("{updated_eta}");
        tmux.press("Enter");
        tmux.awaitWords("STATUS UPDATE");
        tmux.press("Enter");
    }

    private static void leave(Tmux tmux) {
        tmux.leave();
        assertThat(tmux.exit()).isZero();
    }

    private static Path bytes(Path file) throws IOException {
        return Files.exists(file) ? file : Files.createFile(file);
    }

    @Test
    void withoutTmuxWhatIsCopiedGoesToTheTerminalAndThatIsWhatIsSaid() throws Exception {
        Account account = new Account(temp.resolve("account"));
        Team team = new Team(temp.resolve("team")).runbook(RUNBOOK);
        Path came = bytes(temp.resolve("came"));
        try (Tmux tmux = room(account, team)) {
            tmux.record(came);
            update(tmux, "höre 订 $HOME");
            tmux.awaitWords("The status-update was sent to the terminal's clipboard.");
            leave(tmux);
        }
        Matcher sent = OSC_52.matcher(Files.readString(came, StandardCharsets.UTF_8));
        assertThat(sent.find()).isTrue();
        assertThat(new String(Base64.getDecoder().decode(sent.group(1)), StandardCharsets.UTF_8))
                .startsWith("STATUS UPDATE INC-1")
                .contains("höre 订 $HOME");
        assertThat(sent.find()).isFalse();
    }

    @Test
    void theRoomGoesOnWhileHooksHangPrintAGigabyteOrAreNotThere() throws Exception {
        Account account = new Account(temp.resolve("account"));
        Team team =
                new Team(temp.resolve("team"))
                        .runbook(RUNBOOK)
                        .says(
                                """
                                service: shop
                                hooks:
                                  - {name: hanging, command: sleep 600, timeout: 8s}
                                  - name: chatty
                                    command: head -c 1000000000 /dev/zero | tr '\\0' x
                                    timeout: 8s
                                  - {name: missing, command: ./none.sh}
                                  - {name: away, post: "https://127.0.0.1:9/", attempts: 1}
                                """);
        try (Tmux tmux = room(account, team)) {
            update(tmux, "we look at it");
            tmux.awaitWords("message status-update on its way to hanging, chatty, missing, away");
            tmux.type("tmeanwhile").press("Enter");
            tmux.awaitWords("note: meanwhile");
            tmux.press("x");
            tmux.awaitWords("Look at the shop: done");
            tmux.press("4").press("z");
            tmux.awaitWords(
                    "hook missing did not take status-update: exit 127: bash: line 1: ./none.sh",
                    "hook away did not take status-update: it cannot be reached",
                    "hook hanging did not take status-update: ended after 8 s",
                    "hook chatty ");
            assertThat(account.processes("sleep 600")).isEmpty();
            leave(tmux);
        }
        String log = account.warroom("log", "INC-1", "--state", account.state() + "").out();
        assertThat(log.indexOf("Look at the shop: done"))
                .isLessThan(log.indexOf("hook hanging did not take"));
        assertThat(log).doesNotContain("x".repeat(300));
    }
}
