package dev.warroom.drill;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts and ends the process that {@link PracticeProduction} is. */
final class ProductionProcess {

    private static final int GRACE_SECONDS = 5;
    private static final int MOST_OUTPUT_LINES = 20;

    private final Process process;
    private final Path output;

    private ProductionProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts it with the Java and the class path of this process; the terminal is not passed on.
     *
     * @param ownerPid the process that it ends with
     * @param speed how many times as busy its clients are
     */
    static ProductionProcess start(Workspace workspace, Scenario scenario, long ownerPid, int speed)
            throws IOException {
        Path output = workspace.productionOutput();
        List<String> command = new ArrayList<>();
        // A session of its own keeps what ends the owner, such as the end of its terminal or a kill
        // of its process group, from ending the production before that has cleaned up.
        setsid().ifPresent(command::add);
        command.addAll(
                List.of(
                        java(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-Djdk.httpserver.maxConnections=64",
                        "-cp",
                        classPath(),
                        PracticeProduction.class.getName(),
                        "--owner-pid",
                        Long.toString(ownerPid),
                        "--scenario",
                        scenario.name(),
                        "--folder",
                        workspace.folder().toString(),
                        "--speed",
                        Integer.toString(speed)));
        var builder = new ProcessBuilder(command);
        builder.redirectInput(new File("/dev/null"));
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return new ProductionProcess(builder.start(), output);
    }

    private static Optional<String> setsid() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst();
    }

    static String java() {
        return ProcessHandle.current()
                .info()
                .command()
                .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin/java").toString());
    }

    static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /** The last lines that it printed, for a message. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(output);
            int from = Math.max(0, lines.size() - MOST_OUTPUT_LINES);
            return lines.isEmpty()
                    ? "it printed nothing"
                    : "it printed: " + String.join("\n", lines.subList(from, lines.size()));
        } catch (IOException e) {
            return "its output cannot be read: " + e.getMessage();
        }
    }

    /** Asks it to end, and after 5 s makes it. Returns when it is gone. */
    void end() {
        process.destroy();
        boolean interrupted = false;
        try {
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
