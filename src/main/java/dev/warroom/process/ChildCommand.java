package dev.warroom.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to run, and how much of it.
 *
 * @param arguments the program and its arguments, none of them read by a shell; at least one
 * @param folder where it runs
 * @param environment added to this program's own
 * @param input what it reads; without it, it reads the end of the file at once
 * @param timeout after which it is killed with all it has started, more than 0
 * @param mostOutput bytes kept of each of its two outputs; the rest is read and dropped
 */
public record ChildCommand(
        List<String> arguments,
        Path folder,
        Map<String, String> environment,
        Optional<byte[]> input,
        Duration timeout,
        int mostOutput) {

    /** Bytes kept where nothing else is said. */
    public static final int USUAL_OUTPUT = 64 * 1024;

    public ChildCommand {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        if (arguments.isEmpty() || arguments.getFirst().isBlank()) {
            throw new IllegalArgumentException("arguments " + arguments + " must name a program");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout " + timeout + " must be > 0");
        }
        if (mostOutput < 0) {
            throw new IllegalArgumentException("mostOutput " + mostOutput + " must be >= 0");
        }
    }

    /** Without input, with this program's environment and {@link #USUAL_OUTPUT}. */
    public static ChildCommand of(Path folder, Duration timeout, String... arguments) {
        return new ChildCommand(
                List.of(arguments), folder, Map.of(), Optional.empty(), timeout, USUAL_OUTPUT);
    }

    /** The same, reading {@code bytes}. */
    public ChildCommand withInput(byte[] bytes) {
        return new ChildCommand(
                arguments, folder, environment, Optional.of(bytes), timeout, mostOutput);
    }

    /** The same, with one more variable, or another value for it. */
    public ChildCommand withEnvironment(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new ChildCommand(arguments, folder, more, input, timeout, mostOutput);
    }

    /** The same, keeping no more than {@code bytes} of each output. */
    public ChildCommand withMostOutput(int bytes) {
        return new ChildCommand(arguments, folder, environment, input, timeout, bytes);
    }

    /** The program's name as it was given. */
    public String program() {
        return arguments.getFirst();
    }

    ChildCommand behind(Path launcher) {
        List<String> longer = new ArrayList<>(arguments.size() + 1);
        longer.add(launcher.toString());
        longer.addAll(arguments);
        return new ChildCommand(longer, folder, environment, input, timeout, mostOutput);
    }
}
