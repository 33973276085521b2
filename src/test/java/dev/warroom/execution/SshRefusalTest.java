package dev.warroom.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.Outcome;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.file.Files;

/** A host that lets nobody in says why, in one line, and nothing has run. */
@EnabledIf("dev.warroom.execution.Sshd#installed")
@ExtendWith(SshdExtension.class)
class SshRefusalTest {

    private Sshd sshd;

    @BeforeEach
    void begin(Sshd own) {
        sshd = own;
    }

    private String refusal(String host) throws InterruptedException {
        Followed followed = new Followed();
        try (Runs runs = new Runs(followed)) {
            runs.start("INC-1-1", sshd.place(host), Order.of("echo ran", "/"));
            RunEnd end = followed.end();
            assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(end.exit()).isEmpty();
            assertThat(followed.lines()).isEmpty();
            assertThat(end.detail()).doesNotContain("\n");
            return end.detail();
        }
    }

    @Test
    void anUnknownHostKeyIsShownWithItsFingerprintAndNotAccepted() throws Exception {
        Files.writeString(sshd.known(), "");
        assertThat(refusal("app-1"))
                .contains("its host key is not known yet")
                .containsPattern("ssh-ed25519 SHA256:\\S{40,}");
        assertThat(Files.readString(sshd.known())).isEmpty();
    }

    @Test
    void aHostKeyThatHasChangedIsAWarning() throws Exception {
        String other = Files.readString(sshd.folder().resolve("user.pub"));
        String known = Files.readString(sshd.known());
        Files.writeString(sshd.known(), known.split(" ")[0] + " " + other);
        assertThat(refusal("app-1"))
                .contains("its host key is not the one that is known")
                .contains("SHA256:");
    }

    @Test
    void aKeyThatIsNotAcceptedIsSaidToBeSo() throws Exception {
        Files.writeString(sshd.authorized(), "");
        assertThat(refusal("app-1")).contains("it accepts none of your keys").contains("ssh-add");
    }

    @Test
    void aHostWhereNothingListensSaysSo() throws Exception {
        assertThat(refusal("nowhere")).contains("refused");
    }
}
