package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The scripts' own tests in {@code src/test/bats}, against real databases and a real service. */
class BatsTest {

    private static final Path TESTS = Production.HOME.resolve("src/test/bats");
    private static final int LIMIT_MINUTES = 10;

    @TempDir private Path folder;

    /** Without bats a developer's build goes on; where the product is released it must not. */
    @BeforeAll
    static void require() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("bats", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        String hint = "bats is not installed: install it, for instance: apt-get install bats";
        assertThat(there || System.getenv("CI") == null).as(hint).isTrue();
        Assumptions.assumeTrue(there, hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "mariadb", "postgres"})
    void backupsAreTriedAndRestored(String database) throws Exception {
        passes(database, Map.of());
    }

    @Test
    void releasesAreDeployedAndTakenBack() throws Exception {
        try (Drill drill = Drill.start(Production.HOME, Scenario.BAD_RELEASE, 1)) {
            passes("deploy", Map.of("PRODUCTION", drill.workspace().toString()));
        }
    }

    private void passes(String tests, Map<String, String> environment) throws Exception {
        Path output = folder.resolve("output");
        var builder =
                new ProcessBuilder(
                        List.of("bats", "--tap", TESTS.resolve(tests + ".bats").toString()));
        builder.environment().put("SCRIPTS", Production.HOME.resolve("scripts").toString());
        builder.environment().putAll(environment);
        builder.redirectInput(new File("/dev/null"));
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process bats = builder.start();
        boolean ended = bats.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            bats.destroy();
        }
        String said = Files.readString(output);
        assertThat(ended).as("it ends in time:\n" + said).isTrue();
        assertThat(bats.exitValue()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.startsWith("ok "))).as(said).isNotEmpty();
        assertThat(said).doesNotContain("# skip");
    }
}
