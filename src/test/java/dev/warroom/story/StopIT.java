package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** A step is stopped with all that it has started. */
class StopIT {

    @TempDir Path temp;
    private Account account;
    private Team team;

    @BeforeEach
    void begin() throws IOException {
        account = new Account(temp.resolve("account"));
        team = new Team(temp.resolve("team"));
    }

    @Test
    void grandchildrenEndWithTheStep() throws Exception {
        team.steps(
                "Dig a tunnel",
                """
                bash -c 'sleep 311 & sleep 312 & wait' &
                echo "digging"
                sleep 313
                """);
        stopped("digging", "sleep 31");
    }

    @Test
    void aStepThatIgnoresSigtermEndsToo() throws Exception {
        team.steps(
                "Dig a tunnel",
                """
                trap '' TERM
                echo "digging"
                for i in 1 2 3 4 5 6 7 8 9; do sleep 32$i; done
                """);
        stopped("digging", "sleep 32");
    }

    @Test
    void nothingStopsWithoutAYes() throws Exception {
        team.steps("Dig a tunnel", "echo digging\nsleep 331");
        try (Tmux tmux = Tmux.open(account, 160, 40)) {
            running(tmux, "digging");
            tmux.press("K");
            tmux.awaitWords("Stop \"Dig a tunnel\" and all it started?");
            tmux.press("n");
            tmux.await("the question to be gone", it -> !it.has("all it started?"));
            assertThat(account.processes("sleep 331")).isNotEmpty();
            assertThat(tmux.screen().text()).contains("● Dig a tunnel");
            stop(tmux);
        }
    }

    private void stopped(String said, String children) throws Exception {
        try (Tmux tmux = Tmux.open(account, 160, 40)) {
            running(tmux, said);
            Await.until("the children", () -> !account.processes(children).isEmpty(), () -> said);
            stop(tmux);
            assertThat(account.processes(children)).as("children of the step").isEmpty();
            assertThat(account.processes("/runs/RUN-1-")).as("the step itself").isEmpty();
            tmux.leave();
            assertThat(tmux.exit()).isZero();
        }
        Ended log = account.warroom("log", "RUN-1", "--state", account.state() + "");
        assertThat(log.out()).contains("Dig a tunnel: stopped");
    }

    private void running(Tmux tmux, String said) {
        tmux.command(team.open(account));
        tmux.awaitWords("1 Open", "Shop");
        tmux.press("Enter");
        tmux.awaitStep("Dig a tunnel");
        tmux.press("Enter");
        tmux.awaitWords("Run on", "Enter runs it");
        tmux.press("Enter");
        tmux.await(
                "the step's first line",
                it -> it.has("● Dig a tunnel") && it.text().matches("(?s).*│" + said + ".*"));
    }

    private static void stop(Tmux tmux) {
        tmux.press("K");
        tmux.awaitWords("Stop \"Dig a tunnel\" and all it started?");
        tmux.press("y");
        tmux.awaitWords("■ Dig a tunnel", "Dig a tunnel: stopped");
    }
}
