package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The same over a real OpenSSH server. */
@EnabledIf("dev.warroom.execution.Sshd#installed")
class SshRunsTest extends RunsContract {

    @TempDir static Path keys;
    private static Sshd sshd;

    @BeforeAll
    static void begin() throws Exception {
        sshd = Sshd.start(keys);
    }

    @AfterAll
    static void end() {
        sshd.close();
    }

    @Test
    void itsConnectionEndsWithTheRoom() throws Exception {
        Runs runs = start(followed, "INC-1-1", "echo over");
        followed.end();
        Path socket = place().socket().orElseThrow();
        assertThat(socket).exists();

        runs.close();

        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (Files.exists(socket)) {
            assertThat(System.nanoTime()).as("the connection goes on").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    @Override
    Place place() {
        return sshd.place("app-1").keeping(root().toString());
    }

    @Override
    Path root() {
        return state.resolve("runs");
    }
}
