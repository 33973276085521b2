package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Each {@code x.md} reads as {@code x.expected} says; -Dwarroom.rewrite=true rewrites the latter.
 */
class FixtureTest {

    private static final Path FOLDER = Path.of("src/test/resources/runbook");

    @TestFactory
    Stream<DynamicTest> everyFixtureReadsAsExpected() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.filter(it -> it.toString().endsWith(".md")).sorted().toList();
        }
        assertThat(files).isNotEmpty();
        return files.stream()
                .map(it -> DynamicTest.dynamicTest(it.getFileName().toString(), () -> check(it)));
    }

    private static void check(Path markdown) throws IOException {
        String name = markdown.getFileName().toString();
        String actual = Dump.of(RunbookReader.read(name, Files.readString(markdown)));
        Path beside = FOLDER.resolve(name.replace(".md", ".expected"));
        if (Boolean.getBoolean("warroom.rewrite")) {
            Files.writeString(beside, actual);
        }
        String expected = Files.exists(beside) ? Files.readString(beside) : "";
        assertThat(actual)
                .as("%s reads as%n%s%nand should read as%n%s", name, actual, expected)
                .isEqualTo(expected);
    }
}
