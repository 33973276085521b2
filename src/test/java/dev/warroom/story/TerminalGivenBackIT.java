package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** However the program ends, the person's terminal is afterwards as it was. */
class TerminalGivenBackIT {

    @TempDir Path temp;
    private Account account;
    private Team team;
    private Path bytes;

    @BeforeEach
    void begin() throws IOException {
        account =
                new Account(temp.resolve("account"))
                        .with("CLASSPATH", System.getProperty("java.class.path"));
        team = new Team(temp.resolve("team")).steps("Sweep", "echo clean");
        bytes = temp.resolve("bytes");
    }

    @Test
    void leaving() throws Exception {
        try (Tmux tmux = room()) {
            tmux.press("Tab");
            tmux.leave();
            assertThat(tmux.exit()).isZero();
            asBefore(tmux);
        }
    }

    @Test
    void sigterm() throws Exception {
        try (Tmux tmux = room()) {
            signal("TERM");
            assertThat(tmux.exit()).isEqualTo(128 + 15);
            asBefore(tmux);
        }
    }

    @Test
    void sighup() throws Exception {
        try (Tmux tmux = room()) {
            signal("HUP");
            assertThat(tmux.exit()).isEqualTo(128 + 1);
            asBefore(tmux);
        }
    }

    @Test
    void sigint() throws Exception {
        try (Tmux tmux = room()) {
            signal("INT");
            assertThat(tmux.exit()).isEqualTo(128 + 2);
            asBefore(tmux);
        }
    }

    @Test
    void stoppedByASignalItGivesTheTerminalBackUntilItGoesOn() throws Exception {
        try (Tmux tmux = room()) {
            signal("TSTP");
            tmux.awaitWords("what stood here before", "Stopped");
            asBefore(tmux);
            tmux.command("fg");
            tmux.awaitWords("no incident open", "1 Open", "Shop");
            tmux.press("Tab");
            tmux.leave();
            assertThat(tmux.exit()).isZero();
        }
    }

    @Test
    void aStepHasItWhileItRunsAndTheRoomTakesItBack() throws Exception {
        team.steps("Ask", "read -rp 'who are you? ' who\necho \"it is $who\"\nsleep 300");
        try (Tmux tmux = room()) {
            tmux.press("Enter");
            tmux.awaitStep("Ask");
            tmux.press("i");
            tmux.awaitWords("It gets a terminal");
            tmux.press("Enter");
            tmux.awaitWords("what stood here before", "who are you?");
            assertThat(tmux.asked("alternate_on")).isEqualTo("0");
            // None of these is the room's, though all but the name mean something to it.
            tmux.type("q?x").press("Enter");
            tmux.awaitWords("it is q?x");
            // A shell that is interrupted while it begins its next command may pass over that.
            Await.until(
                    "the step's last command",
                    () -> account.processes().containsValue("sleep 300 "),
                    () -> account.processes() + "");
            tmux.press("C-c");
            tmux.awaitWords("exit code 130", "Enter closes this");
            tmux.press("Enter");
            tmux.awaitWords("✗ Ask", "exit 130", "interactive: whoever ran it had its terminal");
            assertThat(tmux.asked("alternate_on")).isEqualTo("1");
            tmux.leave();
            assertThat(tmux.exit()).isZero();
            asBefore(tmux);
        }
        Ended log = account.warroom("log", "INC-1", "--state", account.state() + "");
        Ended ran =
                log.out().isEmpty()
                        ? account.warroom("log", "RUN-1", "--state", account.state() + "")
                        : log;
        assertThat(ran.out()).contains("interactive", "exit 130");
    }

    @Test
    void speedAndDisciplineOfTheLineAreAsTheyWere() throws Exception {
        try (Tmux tmux = room()) {
            signal("TERM");
            assertThat(tmux.exit()).isEqualTo(128 + 15);
            tmux.finish("stty -a > " + temp.resolve("after"));
            assertThat(temp.resolve("after")).hasSameTextualContentAs(temp.resolve("before"));
        }
    }

    @Test
    void sigtermInTheMiddleOfALine() throws Exception {
        try (Tmux tmux = room()) {
            tmux.press("t");
            tmux.type(":note half a sen");
            tmux.awaitWords("half a sen");
            assertThat(tmux.asked("cursor_flag")).as("the line's cursor").isEqualTo("1");
            signal("TERM");
            assertThat(tmux.exit()).isEqualTo(128 + 15);
            asBefore(tmux);
        }
    }

    @Test
    void anExceptionIsToldAfterTheTerminalIsGivenBack() throws Exception {
        try (Tmux tmux = before()) {
            tmux.command(thrower("on-the-main-thread"));
            tmux.awaitWords("no incident open");
            Files.createFile(temp.resolve("now"));
            tmux.awaitWords("the roof fell in");
            assertThat(tmux.exit()).isEqualTo(1);
            asBefore(tmux);
            toldAfterwards("the roof fell in");
        }
    }

    @Test
    void anExceptionOnAnotherThreadDoesNotKeepTheTerminalEither() throws Exception {
        try (Tmux tmux = before()) {
            tmux.command(thrower("on-another-thread"));
            tmux.awaitWords("no incident open");
            Files.createFile(temp.resolve("now"));
            assertThat(tmux.exit()).isEqualTo(1);
            asBefore(tmux);
        }
    }

    /** A main class that uses the product's own terminal and painter, and then fails. */
    private String thrower(String where) {
        return "$JAVA_HOME/bin/java --enable-native-access=ALL-UNNAMED %s %s %s"
                .formatted(Throwing.class.getName(), where, temp.resolve("now"));
    }

    private Tmux before() throws IOException {
        Tmux tmux = Tmux.open(account, 120, 30);
        tmux.finish("stty -a > " + temp.resolve("before"));
        tmux.finish("echo what stood here before");
        tmux.record(bytes);
        return tmux;
    }

    private Tmux room() throws IOException {
        Tmux tmux = before();
        tmux.command(team.open(account));
        Screen room = tmux.awaitWords("no incident open", "1 Open", "Shop");
        assertThat(room.text()).doesNotContain("what stood here before");
        assertThat(tmux.asked("alternate_on")).isEqualTo("1");
        return tmux;
    }

    private void signal(String name) throws Exception {
        List<Long> rooms = account.processes("dev.warroom.cli.Start");
        assertThat(rooms).hasSize(1);
        assertThat(account.run("bash", "-c", "kill -" + name + " " + rooms.get(0)).exit()).isZero();
    }

    private void asBefore(Tmux tmux) throws IOException {
        assertThat(tmux.screen().text())
                .contains("what stood here before")
                .doesNotContain("no incident open");
        assertThat(tmux.asked("alternate_on")).as("alternate screen").isEqualTo("0");
        assertThat(tmux.asked("cursor_flag")).as("cursor").isEqualTo("1");
        tmux.finish("stty -a > " + temp.resolve("after"));
        assertThat(withoutSpeed("after")).isEqualTo(withoutSpeed("before"));
        String sent = sent();
        int taken = sent.lastIndexOf("\033[?1049h");
        assertThat(taken).as("the alternate screen was taken").isNotNegative();
        String rest = sent.substring(taken);
        // Of each mode, the last word must be that it is off.
        assertThat(rest.indexOf("\033[?1049l")).as("screen given back").isNotNegative();
        String room = rest.substring(0, rest.indexOf("\033[?1049l"));
        assertThat(room.lastIndexOf("\033[?2004l"))
                .as("bracketed paste off")
                .isGreaterThan(room.lastIndexOf("\033[?2004h"));
        assertThat(room.lastIndexOf("\033[?25h"))
                .as("cursor shown")
                .isGreaterThan(room.lastIndexOf("\033[?25l"));
    }

    /** What stty says, but for the line's speed and discipline, which have a test of their own. */
    private String withoutSpeed(String file) throws IOException {
        return Files.readString(temp.resolve(file))
                .replaceFirst("speed \\d+ baud", "speed")
                .replaceFirst("line = \\d+", "line");
    }

    private void toldAfterwards(String words) throws IOException {
        String sent = sent();
        assertThat(sent.indexOf(words)).isGreaterThan(sent.lastIndexOf("\033[?1049l"));
    }

    private String sent() throws IOException {
        return Files.readString(bytes, StandardCharsets.ISO_8859_1);
    }
}
