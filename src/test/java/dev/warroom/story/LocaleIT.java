package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A terminal that knows nothing beyond ASCII, and one that wants no colours. */
class LocaleIT {

    @TempDir Path temp;

    @Test
    void withoutUnicodeEverythingIsAscii() throws Exception {
        Account account = new Account(temp.resolve("account")).with("LANG", "C");
        Team team = shop();
        Path bytes = temp.resolve("bytes");
        try (Tmux tmux = Tmux.open(account, 120, 30).record(bytes)) {
            walked(tmux, team, account);
            tmux.press("?");
            tmux.awaitWords("Keys and commands");
            tmux.press("Escape");
            tmux.await("the panes again", it -> !it.has("Keys and commands"));
            leave(tmux);
        }
        byte[] sent = Files.readAllBytes(bytes);
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] < 0) {
                int from = Math.max(0, i - 60);
                String around = new String(sent, from, i - from + 8, StandardCharsets.UTF_8);
                throw new AssertionError("byte %d is not ASCII, after: %s".formatted(i, around));
            }
        }
    }

    @Test
    void withNoColorNoColourIsSent() throws Exception {
        Account account = new Account(temp.resolve("account")).with("NO_COLOR", "1");
        Team team = shop();
        Path bytes = temp.resolve("bytes");
        try (Tmux tmux = Tmux.open(account, 120, 30).record(bytes)) {
            walked(tmux, team, account);
            leave(tmux);
        }
        String all = Files.readString(bytes);
        String sent = all.substring(all.indexOf("\033[?1049h"), all.indexOf("\033[?1049l"));
        assertThat(sent)
                .doesNotContainPattern(
                        "\033\\[([0-9;]*;)?(3[0-8]|4[0-8]|9[0-7]|10[0-7])(;[0-9;]*)?m");
    }

    @Test
    void theDoctorMeasuresTheWidthsOfARealTerminal() throws Exception {
        Account account = new Account(temp.resolve("account"));
        try (Tmux tmux = Tmux.open(account, 120, 30)) {
            // The shell of the stories has an environment of its own, without what tmux adds.
            String inside = "TMUX=" + tmux.asked("socket_path") + ",1,0 ";
            assertThat(tmux.finish("clear; " + inside + "./warroom doctor")).isOne();
            Screen said = tmux.awaitWords("to change.");
            assertThat(said.row("ok width")).contains("measured: ✓ ● ▶ │ ▆ … 漢 🔥 🚨");
            // The tmux of the stories has its usual settings.
            assertThat(said.text()).contains("tmux escape-time is 500 ms", "escape-time 10");
            assertThat(said.row("ok clipboard")).contains("set-clipboard is external");
            tmux.command("echo the line is as it was");
            tmux.awaitWords("person$ echo the line is as it was");
        }
    }

    private Team shop() throws Exception {
        Team team =
                new Team(temp.resolve("team"))
                        .says(
                                """
                                service: shop
                                logs: [logs/*.log]
                                probes:
                                  - {name: door, command: 'echo "die Tür – offen"', every: 60s}
                                """)
                        .steps("Sweep – gründlich", "echo 'sauber ✓ 日本 🔥'");
        Files.writeString(team.file("logs/till.log"), "ERROR Kasse geöffnet ✗ 中文 🔥 \n");
        return team;
    }

    private static void walked(Tmux tmux, Team team, Account account) {
        tmux.command(team.open(account));
        tmux.awaitWords("1 Open", "Shop", "Kasse", "die T");
        tmux.press("Enter");
        tmux.awaitWords("Sweep", "Enter show and run");
        tmux.press("Enter");
        tmux.awaitWords("Run on", "Enter runs it");
        tmux.press("Enter");
        tmux.awaitWords("sauber", "exit 0");
    }

    private static void leave(Tmux tmux) {
        tmux.leave();
        assertThat(tmux.exit()).isZero();
    }
}
