package dev.warroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for the length of a measurement. */
record Scratch(Path folder) implements AutoCloseable {

    static Scratch create(Path below) throws IOException {
        return new Scratch(Files.createTempDirectory(below, "warroom-bench-"));
    }

    /** On the disk, where the build's files are: /tmp is often none. */
    static Scratch onDisk() throws IOException {
        return create(Files.createDirectories(Path.of("target")));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
