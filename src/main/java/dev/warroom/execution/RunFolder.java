package dev.warroom.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The files of one run. They are all that is needed to find out about it, by whichever room looks.
 */
final class RunFolder {

    private static final int MOST_LOOK_BYTES = 4096;

    private final Path folder;

    RunFolder(Path runs, String run) {
        folder = runs.resolve(run);
    }

    /**
     * What the supervisor wrote about itself.
     *
     * @param started in clock ticks since boot, as /proc has it; "-" where there is no /proc
     * @param boot the id of the boot it was started in; "-" where there is none
     */
    record Identity(long pid, String started, String boot) {}

    /** Makes the folder and puts the script into it; both for the owner only. */
    void prepare(String script) throws IOException {
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folder.getParent(), owner);
        Files.createDirectory(folder, owner);
        var file =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(output(), file);
        Files.createFile(script(), file);
        Files.writeString(script(), script.endsWith("\n") ? script : script + "\n");
    }

    Path path() {
        return folder;
    }

    Path script() {
        return folder.resolve("script");
    }

    Path output() {
        return folder.resolve("output");
    }

    boolean exists() {
        return Files.isDirectory(folder);
    }

    long bytes() {
        try {
            return Files.size(output());
        } catch (IOException e) {
            return 0;
        }
    }

    Optional<Identity> identity() throws IOException {
        Optional<String> line = line("pid");
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String[] words = line.get().split(" ");
        try {
            return words.length == 3
                    ? Optional.of(new Identity(Long.parseLong(words[0]), words[1], words[2]))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    OptionalInt exit() throws IOException {
        Optional<String> line = line("exit");
        try {
            return line.isPresent()
                    ? OptionalInt.of(Integer.parseInt(line.get()))
                    : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** From the supervisor's first word to its last, or to {@code now} where it has not said it. */
    Duration took(Instant now) {
        try {
            Instant began = Files.getLastModifiedTime(folder.resolve("pid")).toInstant();
            Path exit = folder.resolve("exit");
            Instant ended = Files.exists(exit) ? Files.getLastModifiedTime(exit).toInstant() : now;
            Duration took = Duration.between(began, ended);
            return took.isNegative() ? Duration.ZERO : took;
        } catch (IOException e) {
            return Duration.ZERO;
        }
    }

    /** Remembers that somebody asked it to stop, for whoever reads how it ended. */
    void markStopped() throws IOException {
        Path mark = folder.resolve("stopped");
        if (!Files.exists(mark)) {
            Files.createFile(mark);
        }
    }

    boolean stopped() {
        return Files.exists(folder.resolve("stopped"));
    }

    /** A whole line, or nothing while it is not there or not finished. */
    private Optional<String> line(String name) throws IOException {
        try {
            byte[] bytes;
            try (var in = Files.newInputStream(folder.resolve(name))) {
                bytes = in.readNBytes(MOST_LOOK_BYTES);
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            return end < 0 ? Optional.empty() : Optional.of(text.substring(0, end));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
