package dev.warroom.drill;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs what a person would type, in a workspace's folder, without a terminal.
 *
 * @param folder the current folder of what runs
 * @param environment set in addition
 */
record Shell(Path folder, Map<String, String> environment) {

    private static final int LIMIT_SECONDS = 180;

    /** What came of it. */
    record Result(int code, String output) {}

    Shell(Path folder) {
        this(folder, Map.of());
    }

    /** Runs a script as a step is run: {@code bash -e}. */
    Result run(String script) throws IOException, InterruptedException {
        Path output = Files.createTempFile("shell-", ".out");
        try {
            Process process = begin(script, output);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(script + " does not end:\n" + Files.readString(output));
            }
            return new Result(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }

    /** Starts a script and returns at once. */
    Process begin(String script, Path output) throws IOException {
        var builder = new ProcessBuilder(List.of("bash", "-e", "-c", script));
        builder.directory(folder.toFile());
        builder.environment().remove("SERVICE_URL");
        builder.environment().putAll(environment);
        builder.redirectInput(new File("/dev/null"));
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return builder.start();
    }
}
