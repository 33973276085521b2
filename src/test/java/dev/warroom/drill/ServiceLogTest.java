package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

class ServiceLogTest {

    private static final Instant AT = Instant.parse("2026-01-31T02:14:07.22Z");

    @TempDir private Path folder;

    @Test
    void aLineHasTimeOriginLevelAndText() throws Exception {
        Path file = folder.resolve("a.log");
        try (var log = new ServiceLog(file, "api-1", 1_000)) {
            log.write(AT, ServiceLog.Level.INFO, "GET /jobs 200");
            log.error(AT, "render job 7 failed", new IllegalStateException("no column x"));
        }

        assertThat(Files.readAllLines(file))
                .startsWith(
                        "2026-01-31T02:14:07.220Z api-1 INFO  GET /jobs 200",
                        "2026-01-31T02:14:07.220Z api-1 ERROR render job 7 failed",
                        "java.lang.IllegalStateException: no column x")
                .hasSizeGreaterThan(5)
                .last()
                .asString()
                .matches("\t\\.\\.\\. \\d+ more");
    }

    @Test
    void fullFilesAreRenamedAndOnlyTwoOfThemStay() throws Exception {
        Path file = folder.resolve("a.log");
        try (var log = new ServiceLog(file, "api-1", 200)) {
            for (int line = 1; line <= 50; line++) {
                log.write(AT, ServiceLog.Level.INFO, "line " + line);
            }
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.log", "a.log.1", "a.log.2");
        }
        assertThat(numbers("a.log.2", "a.log.1", "a.log")).isSorted().endsWith(50);
        assertThat(file.resolveSibling("a.log.1")).satisfies(old -> fits(old, 260));
    }

    private static void fits(Path file, long most) {
        assertThat(file.toFile().length()).isLessThanOrEqualTo(most);
    }

    private List<Integer> numbers(String... names) {
        return Stream.of(names)
                .flatMap(name -> lines(folder.resolve(name)).stream())
                .map(line -> Integer.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void linesThatCouldNotBeWrittenAreCountedLater() throws Exception {
        Path file = folder.resolve("a.log");
        try (var log = new ServiceLog(file, "api-1", 10)) {
            log.write(AT, ServiceLog.Level.INFO, "first");
            // A folder in the place of the renamed file keeps the file from being renamed.
            Path obstacle = Files.createDirectories(folder.resolve("a.log.1").resolve("x"));
            Path second = Files.createDirectories(folder.resolve("a.log.2").resolve("x"));
            log.write(AT, ServiceLog.Level.INFO, "lost");
            log.write(AT, ServiceLog.Level.INFO, "lost too");
            for (Path each : new Path[] {obstacle, second}) {
                Files.delete(each);
                Files.delete(each.getParent());
            }

            log.write(AT, ServiceLog.Level.INFO, "again");
        }

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "2026-01-31T02:14:07.220Z api-1 WARN  2 lines could not be written",
                        "2026-01-31T02:14:07.220Z api-1 INFO  again");
    }
}
