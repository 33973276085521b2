package dev.warroom.logs.line;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Each {@code x.log} has beside it, in {@code x.lines}, what its lines say: level, time and
 * message, or {@code +} where a line goes on with the one before.
 */
class ShapesTest {

    private static final Path FOLDER = Path.of("src/test/resources/logs/shapes");

    static Stream<Path> logs() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void linesSayTheirLevelTheirTimeAndTheirMessage(Path log) throws Exception {
        LineReader reader =
                new LineReader(ZoneOffset.ofHours(1), Instant.parse("2026-03-12T15:00:00Z"));
        StringBuilder actual = new StringBuilder();
        for (String line : Files.readAllLines(log)) {
            byte[] b = line.getBytes(UTF_8);
            reader.read(b, 0, b.length);
            int length = reader.messageEnd() - reader.message();
            String message = new String(b, reader.message(), length, UTF_8);
            Instant at = Instant.ofEpochSecond(reader.seconds(), reader.nanos());
            String time = reader.timed() ? at.toString() : "-";
            actual.append(reader.level().name().toLowerCase(Locale.ROOT))
                    .append(reader.continues() ? " + " : " " + time + " ")
                    .append(message)
                    .append('\n');
        }
        Path lines = log.resolveSibling(log.getFileName().toString().replace(".log", ".lines"));
        if (Boolean.getBoolean("warroom.rewrite")) {
            Files.writeString(lines, actual);
        }
        String expected = Files.exists(lines) ? Files.readString(lines) : "(no such file)\n";
        assertThat(actual.toString())
                .as("%s\n--- expected ---\n%s--- actual ---\n%s", lines, expected, actual)
                .isEqualTo(expected);
    }
}
