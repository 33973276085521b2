package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The long version is {@code scripts/dev/soak}. */
class ChaosTest {

    private static final int OPERATIONS = 2_000;

    @Test
    void everyNumberedLineIsHeardOnceWhateverHappensToTheFiles(@TempDir Path folder)
            throws Exception {
        long seed = Long.getLong("warroom.seed", System.nanoTime());
        System.out.println("chaos: -Dwarroom.seed=" + seed);
        Chaos.Result result = Chaos.run(folder, seed, OPERATIONS);
        assertThat(result.faults()).as("seed %d", seed).isEmpty();
        assertThat(result.lines()).isGreaterThan(OPERATIONS);
    }
}
