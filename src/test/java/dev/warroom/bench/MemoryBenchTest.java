package dev.warroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The long version is {@code scripts/dev/soak lines}. */
class MemoryBenchTest {

    /** Of which the first third fills what is bounded. */
    private static final String MILLIONS = "0.6";

    @Test
    void linesThatHaveGoneByLeaveNothingInTheHeap() throws Exception {
        // In a machine of its own: in this one other tests fill the heap meanwhile.
        Process bench =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                MemoryBench.class.getName(),
                                MILLIONS)
                        .redirectErrorStream(true)
                        .start();
        bench.getOutputStream().close();
        String said = new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bench.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(bench.exitValue()).as(said).isZero();
        assertThat(said).contains("600,000 lines").contains("times as much");
    }
}
