package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;
import dev.warroom.testing.EmptyAnswers;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Steps that run on another host, and what else goes there. */
class HostsIT extends OnHosts {

    @Test
    void aStepRunsWhereItsTargetSays() throws Exception {
        team.runbook(
                """
                # Shop

                ## Slow

                1. Look there

                   ```bash {target=app-1}
                   echo "$STAGE from $SSH_CONNECTION in $PWD"
                   ```
                """);
        try (Tmux tmux = atFirstStep("Slow", "Look there")) {
            tmux.awaitWords(
                    "Run on app-1 as the user of your ssh_config", "production", "connected");
            tmux.press("Enter");
            Screen after = tmux.awaitWords("✓ Look there", "live from 127.0.0.1");
            assertThat(after.text()).contains(sshd.home().toString());
            tmux.leave();
            assertThat(tmux.exit()).isZero();
        }
        assertThat(kept()).hasSize(1);
    }

    @Test
    void runTakesATargetForStepsThatNameNone() throws Exception {
        team.steps("Look there", "echo \"from $SSH_CONNECTION\"", "Fail", "exit 3");
        Ended run =
                account.warroom(
                        "run",
                        "Shop",
                        "--yes",
                        "--target",
                        "app-1",
                        "--workspace",
                        team.folder() + "",
                        "--state",
                        account.state() + "");
        assertThat(run.exit()).as(run.said()).isEqualTo(1);
        assertThat(run.out()).contains("from 127.0.0.1", "exit 3");
        Ended log = account.warroom("log", "RUN-1", "--state", account.state() + "");
        assertThat(log.out()).contains("started on app-1");
    }

    @Test
    void theSameRunOfAnotherStateFolderOnTheSameHostIsNotTakenForIt() throws Exception {
        team.steps("Look there", "echo run >> " + team.file("ran"));
        for (String state : List.of("one", "other")) {
            Ended run =
                    account.warroom(
                            "run",
                            "Shop",
                            "--yes",
                            "--target",
                            "app-1",
                            "--confirm",
                            "app-1",
                            "--workspace",
                            team.folder() + "",
                            "--state",
                            temp.resolve(state) + "");
            assertThat(run.exit()).as(run.said()).isZero();
        }
        assertThat(team.lines("ran")).containsExactly("run", "run");
        Ended listed = clean();
        assertThat(listed.out())
                .as(listed.said())
                .contains("app-1: 1 run,", "can be removed", "of another state folder, stays")
                .contains("Nothing was removed");
        assertThat(clean("--yes").out()).contains("app-1: 1 removed");
        assertThat(clean().out()).contains("Nothing is left");
        assertThat(kept()).hasSize(1);
    }

    /** The runs on the host; what has run them stands beside them, hidden. */
    private Ended clean(String... more) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "clean",
                                "--target",
                                "app-1",
                                "--workspace",
                                team.folder() + "",
                                "--state",
                                temp.resolve("one") + ""));
        command.addAll(List.of(more));
        return account.warroom(command.toArray(String[]::new));
    }

    @Test
    void aStepThatAsksGetsATerminalOnItsHost() throws Exception {
        team.runbook(
                """
                # Shop

                ## Ask

                1. Ask there

                   ```bash {target=app-1}
                   read -rp "who are you on $((40 + 2))? " who
                   [ -t 1 ] && echo "it is $who from ${SSH_CONNECTION%%%% *}" >>%s
                   exit 3
                   ```
                """
                        .formatted(team.file("answer")));
        try (Tmux tmux = Tmux.open(account, 120, 60)) {
            Tmux room = previewOfAsking(tmux);
            tmux.press("Enter");
            tmux.awaitWords("Ask there wanted a terminal and had none: i runs it in one.");
            tmux.press("i");
            tmux.awaitWords("It gets a terminal: in tmux a split of this window");
            tmux.press("Enter");
            tmux.await("the host's question", it -> it.last().equals("who are you on 42?"));
            tmux.command("ada");
            tmux.awaitWords("exit code 3", "Enter closes this");
            room.awaitWords("(it had a terminal: what was on its screen is not kept)", "exit 3");
            tmux.press("Enter");
            room.leaveBehindTheSplit();
            assertThat(tmux.exit()).isZero();
        }
        assertThat(team.lines("answer")).containsExactly("it is ada from 127.0.0.1");
        assertThat(account.warroom("log", "RUN-1", "--state", account.state() + "").out())
                .contains("interactive: whoever ran it had its terminal", "Ask there: exit 3");
    }

    @Test
    void whoeverLeavesIsToldThatAStepWithATerminalOnAHostEnds() throws Exception {
        team.runbook(
                """
                # Shop

                ## Ask

                1. Ask there

                   ```bash {target=app-1 interactive=true}
                   read -rp "who are you on $((40 + 2))? " who
                   ```
                """);
        try (Tmux tmux = Tmux.open(account, 120, 60)) {
            Tmux room = previewOfAsking(tmux);
            tmux.press("Enter");
            tmux.await("the host's question", it -> it.last().equals("who are you on 42?"));
            room.press("q");
            room.awaitWords(
                    "Leave the war room? \"Ask there\" ENDS: its terminal goes with the"
                            + " connection.");
            room.press("y");
            Await.until("the split's end", () -> tmux.asked("window_panes").equals("1"));
            assertThat(tmux.exit()).isZero();
            room.command(team.open(account) + " --incident RUN-1");
            room.awaitWords("✗ Ask there");
            room.leave();
            assertThat(tmux.exit()).isZero();
        }
    }

    @Test
    void probesAndChecksGoToTargets() throws Exception {
        team.says(
                """
                service: shop
                targets:
                  - {name: app-1, env: {STAGE: live}}
                probes:
                  - {name: there, on: app-1, command: 'echo "$STAGE from $SSH_CONNECTION"'}
                """);
        team.steps("Look", "nosuchcommand_9");
        Ended health = account.warroom("health", "--verbose", "--workspace", team.folder() + "");
        assertThat(health.out()).as(health.said()).contains("live from 127.0.0.1");
        Ended check =
                account.warroom(
                        "check",
                        team.folder().resolve("runbooks") + "",
                        "--target",
                        "app-1",
                        "--workspace",
                        team.folder() + "",
                        "--state",
                        account.state() + "");
        assertThat(check.out())
                .as(check.said())
                .contains("the command nosuchcommand_9 is not there on app-1");
    }

    private Ended health() throws Exception {
        return account.warroom("health", "--verbose", "--workspace", team.folder() + "");
    }

    @Test
    void everyKindOfProbeLooksFromTheTarget() throws Exception {
        EmptyAnswers server = new EmptyAnswers(204);
        Path backup = Files.writeString(temp.resolve("backup.gz"), "kept");
        team.says(
                """
                service: shop
                targets:
                  - {name: app-1}
                probes:
                  - {name: web, on: app-1, http: "http://127.0.0.1:%1$d/", timeout: 60s}
                  - {name: way, on: app-1, tcp: "127.0.0.1:%1$d", timeout: 60s}
                  - {name: plugin, on: app-1, command: "echo well", timeout: 60s}
                  - {name: disk, on: app-1, disk: /, warning: 100, critical: 100, timeout: 60s}
                  - {name: memory, on: app-1, memory: true, warning: 100, critical: 100, timeout: 60s}
                  - {name: load, on: app-1, load: true, warning: 9999, critical: 9999, timeout: 60s}
                  - {name: servers, on: app-1, process: sshd, timeout: 60s}
                  - {name: port, on: app-1, port: %1$d, timeout: 60s}
                  - {name: backup, on: app-1, file: "%2$s", warning: 26h, critical: 50h, timeout: 60s}
                """
                        .formatted(server.port(), backup));
        Ended well = health();
        assertThat(well.exit()).as(well.said()).isZero();
        assertThat(well.out()).startsWith("OK: shop: 9 ok |");

        server.close();
        Files.delete(backup);
        Ended down = health();
        assertThat(down.exit()).as(down.said()).isEqualTo(2);
        assertThat(down.out())
                .startsWith("CRITICAL: shop: 4 critical ")
                .contains("web: curl: (7)", "nothing listens on", "no file matches", "5 ok |");

        sshd.kill();
        Ended cut = health();
        assertThat(cut.exit()).as(cut.said()).isEqualTo(3);
        assertThat(cut.out()).startsWith("UNKNOWN: shop: 9 unknown ");
    }

    @Test
    void aStepOnAHostOutlivesTheKilledRoomAndTheLostTerminal() throws Exception {
        team.steps(
                "Look there",
                """
                echo ran >>%1$s
                echo "on $((6 * 7))"
                for each in $(seq 1800); do [ -e %2$s ] && break; sleep 0.1; done
                exit $((3 + 4))
                """
                        .formatted(team.file("ran"), team.file("end")));
        try (Tmux lost = Tmux.open(account, 160, 40)) {
            lost.command(team.open(account));
            lost.awaitWords("Shop");
            lost.press("Enter");
            lost.awaitStep("Look there");
            lost.type(":target app-1").press("Enter");
            lost.press("Enter");
            lost.awaitWords("Run on app-1");
            lost.press("Enter");
            lost.awaitWords("● Look there", "on 42");
            ProcessHandle.of(account.processes("dev.warroom.cli.Start").getFirst())
                    .orElseThrow()
                    .destroyForcibly();
            lost.cut();
        }
        try (Tmux hungUp = Tmux.open(account, 160, 40)) {
            hungUp.command(team.open(account));
            hungUp.awaitWords("● Look there", "on 42");
            hungUp.cut();
            Await.until(
                    "the room's end",
                    () -> account.processes("dev.warroom.cli.Start").isEmpty(),
                    () -> account.processes() + "");
        }
        try (Tmux tmux = Tmux.open(account, 160, 40)) {
            tmux.command(team.open(account));
            tmux.awaitWords("● Look there", "on 42");
            Files.createFile(team.file("end"));
            tmux.awaitWords("✗ Look there", "exit 7");
            assertThat(team.lines("ran"))
                    .as(account.warroom("log", "RUN-1", "--state", account.state() + "").said())
                    .containsExactly("ran");
            tmux.leave();
            assertThat(tmux.exit()).isZero();
        }
    }

    /** The room, opened in a pane of its own, with the preview of the step that asks over it. */
    private Tmux previewOfAsking(Tmux tmux) throws Exception {
        tmux.inside();
        Tmux room = tmux.pane(tmux.asked("pane_id"));
        tmux.command(team.open(account));
        tmux.awaitWords("▶ Ask");
        tmux.press("Enter");
        tmux.awaitStep("Ask there");
        tmux.press("Enter");
        tmux.awaitWords("Run on app-1");
        return room;
    }
}
