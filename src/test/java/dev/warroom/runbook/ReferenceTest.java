package dev.warroom.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The document that the project exists for reads as a careful reader would list it. Its words are
 * not ours to keep, so a twin stands here: another company's runbooks, the same line by line in
 * everything but the words. The list was written by hand. {@code
 * -Dwarroom.reference=production-runbooks.md} compares the document itself with the list, in
 * everything but the words; {@code .ci/run} says so wherever it has the document.
 */
class ReferenceTest {

    private static final Path FOLDER = Path.of("src/test/resources/reference");

    private static List<String> expected() throws IOException {
        return Files.readAllLines(FOLDER.resolve("reading.list")).stream()
                .filter(it -> !it.startsWith("#"))
                .toList();
    }

    private static List<String> read(Path file) throws IOException {
        return Listed.of(RunbookReader.read("reference.md", Files.readString(file)));
    }

    @Test
    void theTwinReadsAsTheListSays() throws IOException {
        assertThat(read(FOLDER.resolve("twin.md"))).containsExactlyElementsOf(expected());
    }

    @TestFactory
    Stream<DynamicTest> aDocumentOfThisShapeReadsAsTheListSaysButForTheWords() {
        String given = System.getProperty("warroom.reference", "");
        Path document = given.isEmpty() ? FOLDER.resolve("twin.md") : Path.of(given);
        return Stream.of(
                DynamicTest.dynamicTest(
                        document.getFileName().toString(),
                        () ->
                                assertThat(shape(read(document)))
                                        .containsExactlyElementsOf(shape(expected()))));
    }

    private static List<String> shape(List<String> lines) {
        return lines.stream().map(it -> it.replaceFirst(": .*", "")).toList();
    }
}
