package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A log of 10 GB, in a room that may have 150 MB of heap. */
class HugeLogIT {

    private static final long SIZE = 10_000_000_000L;

    @TempDir Path temp;
    private Account account;
    private Team team;

    @BeforeEach
    void begin() throws IOException {
        account = new Account(temp.resolve("account"));
        // It counts before what the launcher says.
        account.with("_JAVA_OPTIONS", "-Xmx150m");
        team = new Team(temp.resolve("team")).says("service: shop\nlogs: [logs/*.log]\n");
        team.steps("Look", "true");
        try (RandomAccessFile log = new RandomAccessFile(team.file("logs/a.log").toFile(), "rw")) {
            log.writeBytes("INFO the first line\n" + "INFO more\n".repeat(20_000));
            log.seek(SIZE - 300_000_000);
            log.writeBytes("\nWARN the needle\n" + "INFO more\n".repeat(20_000));
            log.seek(SIZE);
            log.writeBytes("\n" + "INFO more\n".repeat(200_000) + "INFO the last line\n");
        }
    }

    @AfterEach
    void end() {
        account.endAll();
    }

    @Test
    void itIsOpenedAtItsEndReadFromItsBeginningAndSearched() throws Exception {
        try (Tmux tmux = Tmux.open(account, 120, 40)) {
            tmux.command(team.open(account));
            tmux.awaitWords("Shop", "INFO the last line");
            tmux.press("Enter");
            tmux.awaitWords("RUN-1", "Look");
            tmux.press("2", "g", "g");
            tmux.awaitWords("INFO the first line", "at 0 % of 10.0 GB");
            tmux.press("G");
            tmux.awaitWords("INFO the last line");
            tmux.press("/");
            tmux.type("the n.edle");
            tmux.press("Enter");
            tmux.awaitWords("WARN the needle", "at 96 % of 10.0 GB");
            tmux.press("/");
            tmux.type("nowhere");
            tmux.press("Enter");
            tmux.awaitWords("Searching a: ", "Esc stops it.");
            tmux.press("Escape");
            tmux.awaitWords("The search was stopped.");
            tmux.leave();
            assertThat(tmux.exit()).isZero();
        }
    }
}
