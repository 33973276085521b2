package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The war room dies, and the step it had started neither stops, nor is lost, nor runs again. */
class SurvivalIT {

    /** Runs until the test lets it go on; each line of the file "ran" is one time that it ran. */
    private static final String LONG_STEP =
            """
            echo started >> ran
            echo "hello from the step for <customer>"
            for i in $(seq 3000); do
              if [ -e go-on ]; then echo "the end of the step"; exit 7; fi
              sleep 0.1
            done
            """;

    @TempDir Path temp;
    private Account account;
    private Team team;

    @BeforeEach
    void begin() throws IOException {
        account = new Account(temp.resolve("account"));
        team =
                new Team(temp.resolve("team"))
                        .runbook(
                                """
                                # Shop

                                ## P2: The shop is slow

                                1. Put on shoes

                                2. Walk the aisles

                                   ```bash
                                %s   ```

                                3. Turn off the light
                                """
                                        .formatted(LONG_STEP.indent(3)));
    }

    @Test
    void aStepOutlivesTheKilledRoomAndIsFoundRunning() throws Exception {
        try (Tmux tmux = Tmux.open(account, 160, 40)) {
            midStep(tmux);
            kill(tmux);
            Screen back = reopened(tmux);
            assertThat(back.row("● Walk the aisles")).contains("running");
            assertThat(back.row("Output · Walk the aisles")).contains("running");
            tmux.awaitWords("hello from the step for ada");
            tmux.type(":filters").press("Enter");
            tmux.awaitWords("in force: -/what hides nothing/");
            tmux.press("Escape");
            Files.createFile(team.file("go-on"));
            Screen ended = tmux.awaitWords("the end of the step", "✗ Walk the aisles", "exit 7");
            assertThat(ended.text()).contains("Walk the aisles: exit 7");
            onceAndWell(tmux);
        }
    }

    @Test
    void aStepThatEndsWhileNobodyLooksIsFoundEnded() throws Exception {
        try (Tmux tmux = Tmux.open(account, 160, 40)) {
            midStep(tmux);
            kill(tmux);
            Files.createFile(team.file("go-on"));
            Await.until(
                    "the step to end",
                    () -> account.processes("supervise").isEmpty(),
                    () -> account.processes() + "");
            Screen back = reopened(tmux);
            assertThat(back.text()).contains("✓ Put on shoes");
            tmux.awaitWords("✗ Walk the aisles", "exit 7", "the end of the step");
            onceAndWell(tmux);
        }
    }

    @Test
    void aStepGoesOnWhenThePersonLeaves() throws Exception {
        try (Tmux tmux = Tmux.open(account, 160, 40)) {
            midStep(tmux);
            tmux.press("q");
            tmux.awaitWords("Leave the war room?", "1 running step(s) go on");
            tmux.press("y");
            assertThat(tmux.exit()).isZero();
            Screen back = reopened(tmux);
            assertThat(back.row("● Walk the aisles")).contains("running");
            Files.createFile(team.file("go-on"));
            tmux.awaitWords("the end of the step", "✗ Walk the aisles", "exit 7");
            onceAndWell(tmux);
        }
    }

    @Test
    void aStepGoesOnWhenTheConnectionIsCut() throws Exception {
        try (Tmux lost = Tmux.open(account, 160, 40)) {
            midStep(lost);
            lost.cut();
            Await.until(
                    "the room's end",
                    () -> account.processes("dev.warroom.cli.Start").isEmpty(),
                    () -> account.processes() + "");
            assertThat(account.processes("supervise")).as("the step").isNotEmpty();
            try (Tmux again = Tmux.open(account, 160, 40)) {
                Screen back = reopened(again);
                assertThat(back.row("● Walk the aisles")).contains("running");
                Files.createFile(team.file("go-on"));
                again.awaitWords("the end of the step", "✗ Walk the aisles", "exit 7");
                onceAndWell(again);
            }
        }
    }

    /** A declared incident with a done step, a value, a note, and a step that runs. */
    private void midStep(Tmux tmux) {
        tmux.command(team.open(account));
        tmux.awaitWords("1 Open", "P2: The shop is slow");
        tmux.press("Enter");
        tmux.awaitWords("what is wrong:");
        tmux.type("carts are stuck").press("Enter");
        tmux.awaitWords("INC-1", "carts are stuck");
        tmux.awaitStep("Put on shoes");
        tmux.press("x");
        tmux.awaitStep("Walk the aisles");
        tmux.press("t");
        tmux.type("a note before the fall").press("Enter");
        tmux.awaitWords("note: a note before the fall");
        tmux.type(":hide what hides nothing").press("Enter");
        tmux.awaitWords("-/what hides nothing/ hides 0");
        tmux.press("Enter");
        tmux.awaitWords("<customer>:");
        tmux.type("ada").press("Enter");
        tmux.awaitWords("Run on", "customer = ada");
        tmux.press("Enter");
        tmux.awaitWords("hello from the step for ada", "● Walk the aisles");
    }

    private void kill(Tmux tmux) {
        List<Long> rooms = account.processes("dev.warroom.cli.Start");
        assertThat(rooms).hasSize(1);
        ProcessHandle.of(rooms.get(0)).orElseThrow().destroyForcibly();
        Await.until(
                "the room's end",
                () -> account.processes("dev.warroom.cli.Start").isEmpty(),
                () -> account.processes() + "");
        // What a person does whose terminal was left as it was.
        tmux.press("Enter");
        tmux.type("stty sane; tput rmcup; printf '\\033[?25h\\033[?2004l'; clear");
        tmux.press("C-j");
        tmux.await("the shell's prompt", it -> it.last().endsWith("person$"));
    }

    private Screen reopened(Tmux tmux) {
        tmux.command(team.open(account));
        return tmux.awaitWords(
                "INC-1",
                "carts are stuck",
                "✓ Put on shoes",
                "Put on shoes: done",
                "note: a note before the fall",
                "customer = ada",
                "Walk the aisles: started on local");
    }

    private void onceAndWell(Tmux tmux) throws Exception {
        assertThat(team.lines("ran")).containsExactly("started");
        tmux.leave();
        assertThat(tmux.exit()).isZero();
        String state = account.state() + "";
        assertThat(account.warroom("verify", "INC-1", "--state", state).exit()).isZero();
        Ended log = account.warroom("log", "INC-1", "--state", state);
        assertThat(log.out()).contains("declared P2: carts are stuck");
        assertThat(log.lines().stream().filter(it -> it.contains("Walk the aisles: started")))
                .hasSize(1);
        assertThat(log.lines().stream().filter(it -> it.contains("Walk the aisles: exit 7")))
                .hasSize(1);
    }
}
