package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that was made to take the terminal over, or only to shift its borders. */
class HostileTextIT {

    private static final int COLUMNS = 140;
    private static final int ROWS = 40;

    /** What the terminal may be sent: positions, clearing, colours, modes of its own. */
    private static final Pattern ALLOWED =
            Pattern.compile("\033(\\[[0-9;]*[HmJK]|\\[\\?[0-9;]+[hl])");

    @TempDir Path temp;
    private Account account;
    private Team team;
    private Path bytes;

    @BeforeEach
    void begin() throws IOException {
        account = new Account(temp.resolve("account"));
        team =
                new Team(temp.resolve("team"))
                        .says("service: shop\nlogs: [logs/*.log]\n")
                        .steps("Read the letter", "cat letter\nexit 0");
        bytes = temp.resolve("bytes");
    }

    @Test
    void logLinesCannotTouchTheTerminal() throws Exception {
        Files.write(team.file("logs/evil.log"), letter());
        try (Tmux tmux = room()) {
            Screen shown = tmux.awaitWords("the last line of the letter");
            harmless(tmux, shown);
            Screen zoomed = zoomed(tmux);
            harmless(tmux, zoomed);
            leave(tmux);
        }
        nothingReachedTheTerminal();
    }

    @Test
    void wideCharactersAreSeen() throws Exception {
        Files.write(team.file("logs/evil.log"), letter());
        try (Tmux tmux = room()) {
            Screen shown = tmux.awaitWords("the last line of the letter");
            assertThat(shown.text())
                    .contains("日本語のログ 中文 한국어 wide", "🔥 🚀 fire", "e\u0301 combined");
            harmless(tmux, shown);
            leave(tmux);
        }
    }

    @Test
    void stepOutputCannotTouchTheTerminal() throws Exception {
        Files.write(team.file("letter"), letter());
        try (Tmux tmux = room()) {
            tmux.press("Enter");
            tmux.awaitStep("Read the letter");
            tmux.press("Enter");
            tmux.awaitWords("Run on", "Enter runs it");
            tmux.press("Enter");
            Screen shown = tmux.awaitWords("the last line of the letter", "✓ Read the letter");
            harmless(tmux, shown);
            // Zoomed, all of it but the long line is there, whether or not that one was passed
            // over.
            tmux.press("2", "z");
            harmless(tmux, tmux.awaitWords("␛]52;c;", "Output · Read the letter"));
            leave(tmux);
        }
        nothingReachedTheTerminal();
    }

    @Test
    void aRunWithoutAScreenIsAsHarmless() throws Exception {
        Files.write(team.file("letter"), letter());
        Ended run =
                account.warroom(
                        "run",
                        "Shop",
                        "--yes",
                        "--workspace",
                        team.folder() + "",
                        "--state",
                        account.state() + "");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("the last line of the letter");
        assertThat(run.out().chars().filter(it -> it != '\n' && Character.isISOControl(it)))
                .as("control characters")
                .isEmpty();
    }

    private static byte[] letter() throws IOException {
        ByteArrayOutputStream letter = new ByteArrayOutputStream();
        text(letter, "x".repeat(5_000_000) + " tail of the long line\n");
        text(letter, "clear \033[2J\033[H and home\n");
        text(letter, "title \033]0;owned\007 and \033]2;owned\033\\ end\n");
        text(letter, "clipboard \033]52;c;b3duZWQ=\007 end\n");
        text(letter, "link \033]8;;http://evil.example\033\\here\033]8;;\033\\ end\n");
        text(letter, "query \033[6n\033[c\033[>c\033Z\005 end\n");
        text(letter, "string \033P$qm\033\\ and \033_apc\033\\ and \033^pm\033\\ end\n");
        text(letter, "back\b\b\b\b and return\rforth and bell\007 and shift\016out end\n");
        text(letter, "c1 \u009b2J \u009d0;owned\u009c \u0085 \u0090q\u009c end\n");
        letter.write("raw c1 ".getBytes(StandardCharsets.US_ASCII));
        letter.write(new byte[] {(byte) 0x9b, '2', 'J', ' ', (byte) 0x9d, '0', ';', (byte) 0x9c});
        letter.write(
                new byte[] {' ', (byte) 0xff, (byte) 0xc3, '(', (byte) 0xe2, (byte) 0x82, '\n'});
        text(letter, "open \033]0;never ended\n");
        text(letter, "日本語のログ 中文 한국어 wide\n");
        text(letter, "🔥 🚀 fire and rocket 👍\n");
        text(letter, "e\u0301 combined z\u0310\u0300\u0301\u0302\u0303\u0304\u0305 zalgo\n");
        text(letter, "bidi \u202e desrever \u202c end \u200b\u2066 x\u2069\n");
        text(letter, "tab\there and [RED] %s {} ✳ end\n");
        text(letter, "日".repeat(200) + "\n");
        text(letter, "the last line of the letter\n");
        return letter.toByteArray();
    }

    private static void text(ByteArrayOutputStream letter, String text) throws IOException {
        letter.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Tmux room() {
        Tmux tmux = Tmux.open(account, COLUMNS, ROWS).record(bytes);
        tmux.command(team.open(account));
        tmux.awaitWords("1 Open", "Shop", "4 Timeline");
        return tmux;
    }

    private static Screen zoomed(Tmux tmux) {
        tmux.press("Tab", "z");
        return tmux.await(
                "the logs alone", it -> !it.has("1 Open") && it.has("the last line of the letter"));
    }

    /** All is still where the room drew it, and what is dangerous can be seen. */
    private static void harmless(Tmux tmux, Screen screen) {
        assertThat(screen.rows()).hasSize(ROWS);
        assertThat(screen.rows().get(0)).startsWith(" ");
        for (String row : screen.rows().subList(1, ROWS - 2)) {
            assertThat(row).matches(".*[┓┛┃╮╯│]");
            assertThat(tmux.width(row.replace("#", "+"))).as(row).isEqualTo(COLUMNS);
        }
        assertThat(screen.text()).contains("[RED] %s {}", "fire and rocket");
        assertThat(tmux.asked("pane_title")).doesNotContain("owned");
    }

    private static void leave(Tmux tmux) {
        tmux.press("Tab");
        tmux.leave();
        assertThat(tmux.exit()).isZero();
    }

    private void nothingReachedTheTerminal() throws IOException {
        String all = Files.readString(bytes, StandardCharsets.UTF_8);
        int from = all.lastIndexOf("\033[?1049h");
        String sent = all.substring(from, all.indexOf("\033[?1049l", from));
        Matcher allowed = ALLOWED.matcher(sent);
        String rest = allowed.replaceAll("");
        for (int i = 0; i < rest.length(); i++) {
            boolean control = Character.isISOControl(rest.charAt(i));
            assertThat(control && "\r\n".indexOf(rest.charAt(i)) < 0)
                    .as(
                            "a control character in: %s",
                            rest.substring(Math.max(0, i - 40), Math.min(rest.length(), i + 40))
                                    .replace('\033', '␛'))
                    .isFalse();
        }
    }
}
