package dev.warroom.story;

import dev.warroom.testing.Await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that runs without a terminal; its output goes to files, so that nothing can block. */
final class Running {

    private final List<String> command;
    private final Process process;
    private final Path out;
    private final Path err;

    private Running(List<String> command, Process process, Path out, Path err) {
        this.command = command;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Running start(List<String> command, Map<String, String> environment, Path folder)
            throws IOException {
        Path out = Files.createTempFile(folder, "out-", ".txt");
        Path err = Files.createTempFile(folder, "err-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(folder.toFile());
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectOutput(out.toFile());
        builder.redirectError(err.toFile());
        return new Running(command, builder.start(), out, err);
    }

    /** What it has printed so far. */
    String out() {
        return read(out);
    }

    long pid() {
        return process.pid();
    }

    /** Asks it to end, as a service manager does. */
    void terminate() {
        process.destroy();
    }

    /** Waits for its end. */
    Ended ended() throws InterruptedException {
        if (!process.waitFor(Await.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError(
                    "%s did not end within %d s:%n%s%n%s"
                            .formatted(command, Await.LIMIT.toSeconds(), read(out), read(err)));
        }
        return new Ended(process.exitValue(), read(out), read(err));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
