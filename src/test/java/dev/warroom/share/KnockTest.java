package dev.warroom.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.policy.SharedRoom;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class KnockTest {

    private final Knock knock = new Knock(Thread.currentThread());
    private final Trouble trouble =
            new Trouble(
                    new SharedRoom(
                            List.of("nats://here"), "ops", Optional.empty(), Optional.empty()),
                    knock::refused);

    @Test
    void theWaitEndsWhenTheServerSaysNoAndLeavesNothingBehind() {
        trouble.errorOccurred(null, "Authorization Violation");

        assertThatThrownBy(() -> Thread.sleep(1)).isInstanceOf(InterruptedException.class);
        trouble.errorOccurred(null, "Authorization Violation");
        knock.end();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void whoIsInIsNotInterruptedAnyMoreNorByAnythingElse() {
        trouble.errorOccurred(null, "Permissions Violation for Publish to \"ops.INC-7.facts\"");
        knock.end();
        trouble.errorOccurred(null, "User Authentication Expired");

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
