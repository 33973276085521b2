package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The health check that goes on. */
class HealthIT {

    @TempDir Path temp;
    private Account account;
    private Team team;

    @BeforeEach
    void begin() throws IOException {
        account = new Account(temp.resolve("account"));
        team =
                new Team(temp.resolve("team"))
                        .says(
                                """
                                service: shop
                                probes:
                                  - {name: queue, command: "./queue.sh", timeout: 60s}
                                """);
    }

    @AfterEach
    void end() {
        account.endAll();
    }

    private void queue(String script) throws IOException, InterruptedException {
        Path next = Files.writeString(team.file("next.sh"), "#!/bin/sh\n" + script);
        assertThat(next.toFile().setExecutable(true)).isTrue();
        Files.move(next, team.file("queue.sh"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void itLooksAgainAndAgainUntilItIsStoppedAndAnswersWhatItFoundLast() throws Exception {
        queue("echo '3 waiting | waiting=3'\n");
        Running health =
                account.begin(
                        "health",
                        "--continuous",
                        "--interval",
                        "1",
                        "--workspace",
                        team.folder() + "",
                        "--state",
                        account.state() + "");
        Await.until("two rounds", () -> health.out().lines().count() >= 2, health::out);
        queue("echo '12 waiting | waiting=12'; exit 1\n");
        Await.until("what is worse", () -> health.out().contains("WARNING: "), health::out);
        health.terminate();
        Ended ended = health.ended();
        assertThat(ended.exit()).as(ended.said()).isEqualTo(1);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.lines())
                .allMatch(
                        it ->
                                it.matches(
                                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ (OK: shop: 1"
                                            + " ok|WARNING: shop: 1 warning .queue: 12 waiting., 0"
                                            + " ok) .*'queue'=\\d+"));
        assertThat(ended.lines().getFirst()).contains("Z OK: ");
        assertThat(ended.lines().getLast()).contains("Z WARNING: ");
    }
}
