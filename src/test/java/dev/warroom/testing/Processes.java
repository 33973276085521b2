package dev.warroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What runs on this machine, as everybody on it can see. */
public final class Processes {

    private Processes() {}

    /** The command lines by process id, with a NUL between words; without those that have none. */
    public static Map<Long, String> commandLines() {
        Map<Long, String> lines = new HashMap<>();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path process : all.toList()) {
                String id = process.getFileName().toString();
                String line = id.matches("\\d+") ? commandLine(process) : "";
                if (!line.isEmpty()) {
                    lines.put(Long.valueOf(id), line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static String commandLine(Path process) {
        try {
            return new String(
                    Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // It has ended meanwhile.
            return "";
        }
    }
}
