package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.execution.Sshd;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Steps that run on other hosts: a real sshd, and the person's own ssh. */
@EnabledIf("dev.warroom.execution.Sshd#installed")
class HostsIT {

    @TempDir Path temp;
    private Sshd sshd;
    private Account account;
    private Team team;

    @BeforeEach
    void begin() throws Exception {
        sshd = Sshd.start(Files.createDirectory(temp.resolve("sshd")));
        account = new Account(temp.resolve("account"));
        account.with("PATH", sshd.programs() + ":" + account.environment().get("PATH"));
        account.with("XDG_RUNTIME_DIR", Files.createDirectory(temp.resolve("run")).toString());
        team =
                new Team(temp.resolve("team"))
                        .says(
                                """
                                service: shop
                                targets:
                                  - {name: app-1, env: {STAGE: live}, tags: [production]}
                                """);
    }

    @AfterEach
    void end() {
        sshd.close();
        account.endAll();
    }

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
        try (Tmux tmux = Tmux.open(account, 160, 40)) {
            tmux.command(team.open(account));
            tmux.awaitWords("Slow");
            tmux.press("Enter");
            tmux.awaitWords("Look there");
            tmux.press("Enter");
            tmux.awaitWords("Run on app-1 as the user of your ssh_config", "production");
            tmux.press("Enter");
            Screen after = tmux.awaitWords("✓ Look there", "live from 127.0.0.1");
            assertThat(after.text()).contains("sshd/home");
            tmux.press("q");
            tmux.awaitWords("Leave the war room?");
            tmux.press("y");
            assertThat(tmux.exit()).isZero();
        }
        assertThat(Files.list(sshd.home().resolve(".warroom/runs"))).hasSize(1);
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
    void aGroupRunsHostByHostAndIsProductionIfOneOfItsHostsIs() throws Exception {
        team.says(
                """
                service: shop
                targets:
                  - {name: app-1, tags: [production]}
                  - {name: app, hosts: [app-1, app-2], at-once: 1, on-failure: stop}
                """);
        team.steps("Sweep", "rm -rf " + team.file("gone") + "; echo swept");
        assertThat(onGroup("--dry-run").out())
                .contains("it would run on 2 hosts of app: app-1 app-2")
                .doesNotContain(": swept");
        Ended refused = onGroup();
        assertThat(refused.exit()).as(refused.said()).isEqualTo(1);
        assertThat(refused.out()).contains("--confirm app lets it run").doesNotContain(": swept");
        Ended run = onGroup("--confirm", "app");
        assertThat(run.exit()).as(run.said()).isZero();
        assertThat(run.out()).contains("app-1: swept", "app-2: swept");
        Ended log = account.warroom("log", "RUN-2", "--state", account.state() + "");
        assertThat(log.out()).contains("started on app-1", "started on app-2");
    }

    private Ended onGroup(String... more) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "run",
                                "Shop",
                                "--yes",
                                "--target",
                                "app",
                                "--workspace",
                                team.folder() + "",
                                "--state",
                                account.state() + ""));
        command.addAll(List.of(more));
        return account.warroom(command.toArray(String[]::new));
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
        try (var left = Files.list(sshd.home().resolve(".warroom/runs"))) {
            assertThat(left).hasSize(1);
        }
    }

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
}
