package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;

class PrimeCommandTest {

    /** The first start of all waits for it. */
    @Test
    @Timeout(180)
    void aMachineThatIsTooBusyForTheRehearsalDoesNotWaitForItsEnd() throws Exception {
        assertThat(new PrimeCommand(Duration.ofMillis(1)).call()).isZero();
    }
}
