package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The room in terminals of all sizes, and in one whose size does not hold still. */
class ScreenSizeIT {

    private static final String BORDERS = ".*[┓┛┃╮╯│]";

    @TempDir Path temp;
    private Account account;
    private Team team;

    @BeforeEach
    void begin() throws IOException {
        account = new Account(temp.resolve("account"));
        team =
                new Team(temp.resolve("team"))
                        .steps("Sweep", "echo clean", "Dust", "echo dusted")
                        .says(
                                """
                                service: shop
                                logs: [logs/*.log]
                                probes:
                                  - {name: door, command: 'echo "the door is open"', every: 60s}
                                """);
        Files.writeString(team.file("logs/till.log"), "INFO the till rings\n");
    }

    @Test
    void oneAfterTheOtherAt80x24() throws Exception {
        try (Tmux tmux = room(80, 24)) {
            onlyPane(tmux, "1 Checklist · Shop", "Sweep");
            tmux.press("Tab");
            onlyPane(tmux, "2 Logs", "the till rings");
            tmux.press("Tab");
            onlyPane(tmux, "3 Health", "the door is open");
            tmux.press("Tab");
            onlyPane(tmux, "4 Timeline", "opened Shop");
            tmux.press("Tab");
            onlyPane(tmux, "1 Checklist", "Sweep");
            tmux.press("BTab");
            onlyPane(tmux, "4 Timeline", "opened Shop");
            tmux.press("2");
            onlyPane(tmux, "2 Logs", "the till rings");
            tmux.press("4");
            onlyPane(tmux, "4 Timeline", "opened Shop");
            tmux.press("3");
            onlyPane(tmux, "3 Health", "the door is open");
            tmux.press("1");
            onlyPane(tmux, "1 Checklist", "Sweep");
            help(tmux, 80, 24);
            leave(tmux);
        }
    }

    @Test
    void allFourAt120x30AndOneOfThemZoomed() throws Exception {
        try (Tmux tmux = room(120, 30)) {
            Screen all = tmux.awaitWords("1 Checklist", "2 Logs", "3 Health", "4 Timeline");
            framed(all, 120, 30);
            tmux.press("2", "z");
            onlyPane(tmux, "2 Logs", "the till rings");
            framed(tmux.screen(), 120, 30);
            tmux.press("z");
            tmux.awaitWords("1 Checklist", "2 Logs", "3 Health", "4 Timeline");
            tmux.press("z");
            onlyPane(tmux, "2 Logs", "the till rings");
            tmux.press("Escape");
            tmux.awaitWords("1 Checklist", "2 Logs", "3 Health", "4 Timeline");
            help(tmux, 120, 30);
            leave(tmux);
        }
    }

    @Test
    void tooSmallSaysSoAndComesBack() throws Exception {
        try (Tmux tmux = room(80, 24)) {
            tmux.resize(30, 8);
            Screen small = tmux.awaitWords("too small");
            assertThat(small.text()).contains("40x10");
            tmux.resize(1, 1);
            tmux.await("a terminal of one cell", it -> !it.has("too small"));
            tmux.resize(80, 24);
            onlyPane(tmux, "1 Checklist · Shop", "Sweep");
            framed(tmux.screen(), 80, 24);
            leave(tmux);
        }
    }

    @Test
    void aStormOfSizesEndsWithTheRightPicture() throws Exception {
        try (Tmux tmux = room(120, 30)) {
            for (int i = 0; i < 40; i++) {
                tmux.resize(20 + i * 37 % 180, 3 + i * 13 % 57);
            }
            tmux.resize(140, 36);
            Screen after =
                    tmux.await(
                            "the picture of the last size",
                            it -> it.rows().size() == 36 && it.has("4 Timeline") && whole(it, 140));
            framed(after, 140, 36);
            leave(tmux);
            tmux.command("clear; " + team.open(account));
            Screen fresh = tmux.awaitWords("4 Timeline", "opened Shop", "door the door");
            assertThat(withoutTimes(after)).isEqualTo(withoutTimes(fresh));
            leave(tmux);
        }
    }

    private Tmux room(int columns, int rows) {
        Tmux tmux = Tmux.open(account, columns, rows);
        tmux.command(team.open(account));
        tmux.awaitWords("1 Open", "Shop");
        tmux.press("Enter");
        tmux.awaitWords("1 Checklist · Shop");
        tmux.awaitStep("Sweep");
        return tmux;
    }

    private static void onlyPane(Tmux tmux, String title, String words) {
        Screen screen =
                tmux.await(
                        "the pane " + title + " alone, with: " + words,
                        it -> it.has(title) && it.has(words) && panes(it) == 1);
        assertThat(screen.rows().get(1)).startsWith("┏ " + title);
    }

    private static long panes(Screen screen) {
        return screen.text().chars().filter(it -> it == '┏' || it == '╭').count();
    }

    private static void help(Tmux tmux, int columns, int rows) {
        tmux.press("?");
        Screen help = tmux.awaitWords("Keys and commands", "Esc closes", "show");
        framed(help, columns, rows);
        tmux.press("G");
        Screen end = tmux.awaitWords(":quit", "leave the room");
        framed(end, columns, rows);
        tmux.press("Escape");
        tmux.await("the panes again", it -> it.has("1 Checklist") && !it.has("Keys and commands"));
    }

    /** The status line, two lines at the bottom, and borders around all that is between. */
    private static void framed(Screen screen, int columns, int rows) {
        assertThat(screen.rows()).hasSize(rows);
        assertThat(screen.rows())
                .allSatisfy(it -> assertThat(it).hasSizeLessThanOrEqualTo(columns));
        assertThat(screen.rows().subList(1, rows - 2))
                .allSatisfy(it -> assertThat(it).hasSize(columns).matches(BORDERS));
    }

    private static boolean whole(Screen screen, int columns) {
        return screen.rows().subList(1, screen.rows().size() - 2).stream()
                .allMatch(it -> it.length() == columns);
    }

    /** The panes, but for what changes from one second to the next. */
    private static String withoutTimes(Screen screen) {
        return String.join("\n", screen.rows().subList(1, screen.rows().size() - 2))
                .replaceAll("[\\d.]+ (ms|s|min)\\b", "T")
                .replaceAll("[▁▂▃▄▅▆▇█]", "")
                .replaceAll("\\d+ lines/s \\d+ errors/min \\d+ warnings/min", "")
                .replaceAll(" +", " ");
    }

    private static void leave(Tmux tmux) {
        tmux.leave();
        assertThat(tmux.exit()).isZero();
    }
}
