package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A room waits at a target for a run that another room is about to begin there. */
class JoinedRunTest {

    @TempDir Path temp;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        for (Process each : started) {
            each.descendants().forEach(ProcessHandle::destroyForcibly);
            each.destroyForcibly();
        }
    }

    @Test
    void whoeverWaitsForItDoesNotTakeItsPlaceBetweenItsFilesAndItsBeginning() throws Exception {
        Process waiting = shell();
        BufferedReader heard = waiting.inputReader();
        ask(waiting, Requests.follow("INC-1-1", 0, Requests.JOINING));
        assertThat(heard.readLine()).as("it waits").isEqualTo(".");

        Process beginning = shell();
        Order order = Order.of("echo ran", temp.toString());
        ask(beginning, Requests.prepare("INC-1-1", order, Runs.GRACE));
        assertThat(beginning.inputReader().readLine()).isEqualTo("s");
        // Between two looks at what has files it sleeps twice as long as before.
        Await.until("it has seen them", () -> heardOf(heard) || sleeps(waiting, "0.1"));
        started.add(new ProcessBuilder(place().terminal("INC-1-1")).start());

        assertThat(heard.lines().filter(it -> it.matches("[nx] .*")).findFirst().orElseThrow())
                .startsWith("x 0 ");
    }

    /** A terminal on a slow host is a while on its way to what was made ready for it. */
    @Test
    void whatIsMadeReadyMayBeginLaterThanUsualWhereAnotherRoomBeginsIt() throws Exception {
        Process beginning = shell();
        Order order = Order.of("echo ran", temp.toString());
        ask(beginning, Requests.prepare("INC-1-1", order, Runs.GRACE));
        assertThat(beginning.inputReader().readLine()).isEqualTo("s");

        Process waiting = shell();
        ask(waiting, "wr_patience=2\n");
        ask(waiting, Requests.follow("INC-1-1", 0, Requests.JOINING));
        assertThat(waiting.inputReader().readLine()).as("its patience has ended").isEqualTo(".");
        started.add(new ProcessBuilder(place().terminal("INC-1-1")).start());

        assertThat(
                        waiting.inputReader()
                                .lines()
                                .filter(it -> it.matches("[nx] .*"))
                                .findFirst()
                                .orElseThrow())
                .startsWith("x 0 ");
    }

    @Test
    void whatIsMadeReadyAndNeverBegunIsNotWaitedForForEver() throws Exception {
        Process beginning = shell();
        ask(
                beginning,
                Requests.prepare("INC-1-1", Order.of("echo ran", temp.toString()), Runs.GRACE));
        assertThat(beginning.inputReader().readLine()).isEqualTo("s");

        Process waiting = shell();
        ask(waiting, "wr_patience=1\n");
        ask(waiting, Requests.follow("INC-1-1", 0, Requests.JOINING));

        assertThat(waiting.inputReader().lines().filter(it -> !it.equals(".")).findFirst())
                .hasValue("n -");
    }

    private Place place() {
        return Place.local(temp);
    }

    private Process shell() throws IOException {
        Process shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
        started.add(shell);
        ask(shell, Requests.post("here", place().root()));
        assertThat(shell.inputReader().readLine()).isEqualTo("warroom here");
        assertThat(shell.inputReader().readLine()).isEqualTo("r");
        return shell;
    }

    private static boolean heardOf(BufferedReader heard) {
        try {
            return heard.ready();
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean sleeps(Process shell, String seconds) {
        return shell.descendants()
                .flatMap(it -> it.info().arguments().stream())
                .flatMap(Stream::of)
                .anyMatch(seconds::equals);
    }

    private static void ask(Process shell, String request) throws IOException {
        shell.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().flush();
    }
}
