package dev.warroom.drill;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One of the production's processes, such as the service or its database: started, watched, ended.
 */
final class PartProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(45);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final int GRACE_SECONDS = 4;

    private final Process process;
    private final Path output;
    private final Path ready;

    private PartProcess(Process process, Path output, Path ready) {
        this.process = process;
        this.output = output;
        this.ready = ready;
    }

    /**
     * Starts a Java program as one of the production's processes, and does not wait for it.
     *
     * @param main its class
     * @param arguments what it is told
     * @param heapMib the most memory that its objects may take
     */
    static PartProcess begin(Class<?> main, PartArguments arguments, int heapMib)
            throws IOException {
        Path output = arguments.readyFile().resolveSibling(main.getSimpleName() + ".out");
        Files.deleteIfExists(arguments.readyFile());
        List<String> command = new ArrayList<>();
        command.add(ProductionProcess.java());
        command.addAll(
                List.of(
                        "-Xmx" + heapMib + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-Djdk.httpserver.maxConnections=64",
                        "-cp",
                        ProductionProcess.classPath(),
                        main.getName()));
        command.addAll(arguments.words());
        var builder = new ProcessBuilder(command);
        builder.redirectInput(new File("/dev/null"));
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return new PartProcess(builder.start(), output, arguments.readyFile());
    }

    /**
     * Waits until it listens.
     *
     * @throws IOException with its last words where it ends before, or after 45 s
     */
    PartProcess awaitReady() throws IOException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(ready)) {
            if (!process.isAlive()) {
                throw new IOException(lastWords());
            }
            if (System.nanoTime() > deadline) {
                close();
                throw new IOException("not ready after " + START_LIMIT.toSeconds() + " s");
            }
            pause();
        }
        return this;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a process", e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** The last line that it printed, or how it ended. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(output);
            if (!lines.isEmpty()) {
                return lines.getLast();
            }
        } catch (IOException e) {
            return "its output cannot be read: " + e.getMessage();
        }
        return process.isAlive() ? "it said nothing" : "it ended with " + process.exitValue();
    }

    /** Asks it to end, and makes it after 4 s; comes back when it is gone. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
