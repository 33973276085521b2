package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** When a file is seen to be another than before. */
class SeenTest {

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("app.log"), "line 1\n");
    }

    @Test
    void twoChangesWithinAMillisecondAreTwo() throws IOException {
        Seen first = at(Instant.parse("2026-01-01T00:00:00.123000001Z"));
        Seen second = at(Instant.parse("2026-01-01T00:00:00.123000002Z"));

        assertThat(second).isNotEqualTo(first);
        assertThat(second.modified()).isEqualTo(first.modified());
    }

    private Seen at(Instant changed) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(changed));
        return Seen.at(file);
    }
}
