package dev.warroom.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Processes that are stopped, so that they read nothing more, and then killed. */
final class Frozen implements SurvivalTest.Blow {

    private final Supplier<List<ProcessHandle>> which;
    private List<ProcessHandle> frozen = List.of();

    private Frozen(Supplier<List<ProcessHandle>> which) {
        this.which = which;
    }

    static Frozen of(Supplier<List<ProcessHandle>> which) {
        return new Frozen(which);
    }

    /** The processes whose command line has {@code part} in it. */
    static List<ProcessHandle> with(String part) {
        List<ProcessHandle> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            all.filter(it -> it.getFileName().toString().matches("\\d+"))
                    .filter(it -> commandLine(it).contains(part))
                    .map(it -> Long.parseLong(it.getFileName().toString()))
                    .forEach(it -> ProcessHandle.of(it).ifPresent(found::add));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return found;
    }

    private static String commandLine(Path process) {
        try {
            return new String(
                    Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void begin() throws Exception {
        frozen = which.get();
        if (frozen.isEmpty()) {
            throw new AssertionError("there is none");
        }
        for (ProcessHandle each : frozen) {
            new ProcessBuilder("kill", "-STOP", each.pid() + "").start().waitFor();
        }
    }

    @Override
    public void end() {
        frozen.forEach(ProcessHandle::destroyForcibly);
    }
}
