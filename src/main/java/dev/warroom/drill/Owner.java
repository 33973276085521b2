package dev.warroom.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The process that a production belongs to. */
final class Owner {

    private final Optional<ProcessHandle> process;

    /**
     * @param pid of the owner; one that does not run any more counts as gone
     */
    Owner(long pid) {
        this.process = ProcessHandle.of(pid);
    }

    /** Whether it has ended. A process that ended and was not reaped by its parent has ended. */
    boolean gone() {
        return process.map(handle -> !handle.isAlive() || dead(handle.pid())).orElse(true);
    }

    /** Reads the state letter after the name, which stands in parentheses and may hold any. */
    private static boolean dead(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            int state = stat.lastIndexOf(')') + 2;
            return state < stat.length() && "ZX".indexOf(stat.charAt(state)) >= 0;
        } catch (IOException e) {
            // No /proc on this system, or gone between the two looks: the handle tells.
            return false;
        }
    }
}
