package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder of what nobody should call a runbook, read by a program with the memory that the
 * launcher gives it: it ends soon, reads what can be read, and says of everything else what is
 * wrong with it.
 */
@Timeout(180)
class HostileFolderTest {

    private static final String STEPS = "\n\n# After %s\n\n```sh\ndate\n```\n";

    /** Seconds of processor time for all files together, the start of the program included. */
    private static final double MOST_SECONDS = 40;

    @TempDir private Path workspace;
    private Path runbooks;

    private record Told(int exit, String out, String err) {}

    private void write(String name, String text) throws IOException {
        Files.writeString(runbooks.resolve(name), text + STEPS.formatted(name));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(runbooks.resolve(name), bytes);
    }

    private Told warroom(String... arguments) throws IOException, InterruptedException {
        Path out = workspace.resolve("out");
        Path err = workspace.resolve("err");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                Stream.concat(
                                Stream.of(
                                        "bash",
                                        "-c",
                                        "TIMEFORMAT='processor %U'; time \"$@\"",
                                        "timed",
                                        java,
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-Xmx256m",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "dev.warroom.cli.Main"),
                                Stream.of(arguments))
                        .toList();
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            assertThat(process.waitFor(170, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
        }
        return new Told(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void everyFileIsReadOrNamedInBoundedTimeAndMemory() throws Exception {
        runbooks = Files.createDirectory(workspace.resolve("runbooks"));
        String section =
                "## Drain\n\n1. look\n\n```sh\n./drain.sh <node>\n```\n\n" + "Words. ".repeat(60);
        write("ten-megabytes.md", (section + "\n\n").repeat(10_000_000 / section.length()));
        write("eleven-megabytes.md", new byte[11 << 20]);
        write("nested-lists.md", "text\n\n" + "- ".repeat(10_000) + "deep");
        write("nested-quotes.md", "text\n\n" + "> ".repeat(10_000) + "deep");
        write("one-line.md", "x".repeat(1_000_000));
        write("one-line-of-marks.md", "*[`<".repeat(250_000));
        write("line-ends.md", "# Ends\r\n\r\n1. one\r2. two\n3. three\r\n");
        write("mark.md", "\uFEFF# Mark\n\n1. one\n");
        write("utf-16.md", ("\uFEFF# Sixteen\n\n1. one\n").getBytes(StandardCharsets.UTF_16LE));
        write("latin.md", "# Für alle\n\n1. eins\n".getBytes(StandardCharsets.ISO_8859_1));
        write(
                "twice.md",
                new String(
                        "# Twice ✅\n\n1. one\n".getBytes(StandardCharsets.UTF_8), "windows-1252"));
        byte[] noise = new byte[100_000];
        new Random(20261128).nextBytes(noise);
        write("noise.md", noise);
        write("empty.md", new byte[0]);

        Told told = warroom("runbooks", "--workspace", workspace.toString());

        assertThat(told.err()).doesNotContain("Exception", "OutOfMemory", "\tat ");
        // What cannot be read is missing from the list.
        assertThat(told.exit()).isEqualTo(2);
        for (String name :
                List.of(
                        "runbooks/nested-lists.md",
                        "After nested-quotes.md",
                        "After one-line.md",
                        "After one-line-of-marks.md",
                        "After line-ends.md",
                        "After mark.md",
                        "Sixteen",
                        "Für alle",
                        "Twice ✅")) {
            assertThat(told.out()).contains(name);
        }
        assertThat(told.err().lines().filter(it -> it.startsWith("runbooks/")))
                .anyMatch(it -> it.contains("ten-megabytes.md") && it.contains("4000000"))
                .anyMatch(it -> it.contains("eleven-megabytes.md") && it.contains("longer than"))
                .anyMatch(it -> it.contains("nested-lists.md") && it.contains("nest deeper"))
                .anyMatch(it -> it.contains("nested-quotes.md") && it.contains("nest deeper"))
                .anyMatch(it -> it.contains("one-line.md") && it.contains("1000000 characters"))
                .anyMatch(it -> it.contains("latin.md:1") && it.contains("Latin-1"))
                .anyMatch(it -> it.contains("twice.md:1") && it.contains("encoded twice"))
                .anyMatch(it -> it.contains("noise.md") && it.contains("not text"))
                .noneMatch(it -> it.contains("line-ends.md") || it.contains("mark.md"));
        String seconds =
                told.err()
                        .lines()
                        .filter(it -> it.startsWith("processor"))
                        .findFirst()
                        .orElseThrow();
        assertThat(Double.parseDouble(seconds.substring(10).replace(',', '.')))
                .isLessThan(MOST_SECONDS);
    }
}
