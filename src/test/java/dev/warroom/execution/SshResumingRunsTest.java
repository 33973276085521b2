package dev.warroom.execution;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.file.Path;

/** The same over a real OpenSSH server. */
@EnabledIf("dev.warroom.execution.Sshd#any")
@ExtendWith(SshdExtension.class)
class SshResumingRunsTest extends ResumingRunsContract {

    private final Sshd sshd;

    SshResumingRunsTest(Sshd sshd) {
        this.sshd = sshd;
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
