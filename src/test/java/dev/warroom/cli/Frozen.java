package dev.warroom.cli;

import dev.warroom.testing.Processes;

import java.util.List;
import java.util.function.Supplier;

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
        return Processes.commandLines().entrySet().stream()
                .filter(it -> it.getValue().contains(part))
                .flatMap(it -> ProcessHandle.of(it.getKey()).stream())
                .toList();
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
