package dev.warroom.execution;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The same over a real OpenSSH server. */
@EnabledIf("dev.warroom.execution.Sshd#any")
class SshInARowTest extends InARowContract {

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

    @Override
    Place place() {
        return sshd.place("app-1").keeping(root().toString());
    }

    @Override
    Path root() {
        return state.resolve("runs");
    }
}
