package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.execution.Sshd;
import dev.warroom.execution.SshdExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The long version is {@code scripts/dev/soak ssh}. */
@EnabledIf("dev.warroom.execution.Sshd#installed")
@ExtendWith(SshdExtension.class)
class SshChaosTest {

    private static final int OPERATIONS = 60;

    @Test
    void everyNumberedLineOfAnotherHostIsHeardOnceOrItsLossIsSaid(Sshd sshd, @TempDir Path folder)
            throws Exception {
        long seed = Long.getLong("warroom.seed", System.nanoTime());
        System.out.println("chaos over ssh: -Dwarroom.seed=" + seed);
        Chaos.Result result = SshChaos.run(sshd, folder, seed, OPERATIONS);
        assertThat(result.faults()).as("seed %d", seed).isEmpty();
        assertThat(result.lines()).isGreaterThan(OPERATIONS);
    }
}
