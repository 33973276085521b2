package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Steps that run on several hosts at once. */
class GroupsIT extends OnHosts {

    @Test
    void aGroupRunsHostByHostAndIsProductionIfOneOfItsHostsIs() throws Exception {
        team.says(
                """
                service: shop
                blast-radius: 1
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
        Ended many = onGroup("--confirm", "app");
        assertThat(many.exit()).as(many.said()).isEqualTo(1);
        assertThat(many.out())
                .contains("on 2 hosts, and blast-radius in warroom.yaml is 1: --confirm 2 lets")
                .doesNotContain(": swept");
        Ended run = onGroup("--confirm", "app", "--confirm", "2");
        assertThat(run.exit()).as(run.said()).isZero();
        assertThat(run.out()).contains("app-1: swept", "app-2: swept");
        Ended log = account.warroom("log", "RUN-3", "--state", account.state() + "");
        assertThat(log.out()).contains("started on app-1", "started on app-2");
    }

    @Test
    void whoCannotBeReachedIsKnownBeforeAnythingRuns() throws Exception {
        team.says(
                """
                service: shop
                targets:
                  - {name: app, hosts: [app-1, nowhere]}
                """);
        team.runbook(
                """
                # Shop

                ## Hosts

                1. Look

                   ```bash {target=app}
                   uptime
                   ```
                """);
        try (Tmux tmux = atFirstStep("Hosts", "Look")) {
            tmux.awaitWords("connected to 1 of 2, not to nowhere: ", "Connection refused");
            tmux.press("Escape");
            tmux.awaitStep("Look");
            tmux.leave();
            assertThat(tmux.exit()).isZero();
        }
        assertThat(kept()).isEmpty();
        Ended log = account.warroom("log", "RUN-1", "--state", account.state() + "");
        assertThat(log.out()).doesNotContain("started on");
    }

    @Test
    void aGroupIsSeenHostByHostAndOnlyWhatFailedIsTakenAgain() throws Exception {
        team.says(
                """
                service: shop
                blast-radius: 2
                targets:
                  - {name: app-1, env: {N: one}}
                  - {name: app-2, env: {N: two}}
                  - {name: app-3, env: {N: three}}
                  - {name: app, hosts: [app-1, app-2, app-3], at-once: 2}
                """);
        team.runbook(
                """
                # Shop

                ## Hosts

                1. Look

                   ```bash {target=app}
                   n=$(printenv N)
                   if [ "$n" = two ] && [ ! -e %s ]; then
                       echo "$n is not ready"
                       exit 3
                   fi
                   echo "all is ready"
                   echo "$n" >> %s
                   ```
                """
                        .formatted(team.file("go"), team.file("ran")));
        try (Tmux tmux = atFirstStep("Hosts", "Look")) {
            tmux.awaitWords("3 hosts of app", "connected to 3 of 3", "app-1 app-2 app-3");
            tmux.press("Enter");
            tmux.awaitWords("Type how many hosts of app it runs on");
            tmux.type("3").press("Enter");
            Screen first =
                    tmux.awaitWords("✓ 2 hosts: app-1 app-3  exit 0", "✗ app-2  exit 3", "two is");
            assertThat(first.text().split("all is ready", -1))
                    .as("once in the script, once for both hosts")
                    .hasSize(3);
            tmux.type("2/P-2");
            tmux.awaitWords("1 of 3 hosts has this in the name; Enter opens the output of app-2");
            tmux.press("Enter");
            tmux.awaitWords("exit 3", "two is not ready", "Esc goes back");
            tmux.press("Escape");
            tmux.awaitWords("✓ 2 hosts: app-1 app-3  exit 0");
            Files.createFile(team.file("go"));
            tmux.type("1").press("Enter");
            tmux.awaitWords("f  only where it did not pass: app-2");
            tmux.type("f").press("Enter");
            tmux.awaitWords("✓ Look");
            tmux.leave();
            assertThat(tmux.exit()).isZero();
        }
        assertThat(team.lines("ran")).containsExactlyInAnyOrder("one", "three", "two");
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
}
