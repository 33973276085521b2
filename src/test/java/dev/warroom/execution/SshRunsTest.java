package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** The same over a real OpenSSH server. */
@EnabledIf("dev.warroom.execution.Sshd#any")
@ExtendWith(SshdExtension.class)
class SshRunsTest extends RunsContract {

    private final Sshd sshd;

    SshRunsTest(Sshd sshd) {
        this.sshd = sshd;
    }

    @Test
    void itsConnectionEndsWithTheRoom() throws Exception {
        Runs runs = start(followed, "INC-1-1", "echo over");
        followed.end();
        Path socket = place().socket().orElseThrow();
        assertThat(socket).exists();

        runs.close();

        Await.until("the connection to end", () -> !isKept(socket));
    }

    @Test
    void thatItsHostHasAnsweredIsToldOnceAndBeforeItPrints() throws Exception {
        start(followed, "INC-1-1", "echo over");
        followed.end();

        assertThat(followed.contacts()).containsExactly("answered");
    }

    /** A process that had to be killed leaves its socket, where nobody answers any more. */
    private static boolean isKept(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
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
