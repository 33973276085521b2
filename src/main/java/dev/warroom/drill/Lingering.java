package dev.warroom.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Steps that still run in a drill's folder when it goes: a room that was killed could not end them.
 * What has a terminal, such as a shell that somebody opened there to look around, is left alone.
 */
final class Lingering {

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /** What the system writes behind the path of a folder that is not there any more. */
    private static final String DELETED = " (deleted)";

    /** In /proc/PID/stat, behind the name: state, parent, group, session, terminal. */
    private static final int TERMINAL = 4;

    private Lingering() {}

    /** Asks them to end, and makes them after 1 s; waits as long again for that. */
    static void end(Path folder) {
        List<ProcessHandle> running = in(folder);
        running.forEach(ProcessHandle::destroy);
        await(running);
        running.forEach(ProcessHandle::destroyForcibly);
        await(running);
    }

    private static void await(List<ProcessHandle> running) {
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (running.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** Those that stand in the folder, or below it, and have no terminal. */
    static List<ProcessHandle> in(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(it -> it.pid() != ProcessHandle.current().pid())
                .filter(it -> within(folder, it.pid()) && !hasTerminal(it.pid()))
                .toList();
    }

    private static boolean within(Path folder, long pid) {
        try {
            String cwd = Files.readSymbolicLink(proc(pid).resolve("cwd")).toString();
            String there =
                    cwd.endsWith(DELETED) ? cwd.substring(0, cwd.length() - DELETED.length()) : cwd;
            return Path.of(there).startsWith(folder);
        } catch (IOException e) {
            // Another user's, or gone meanwhile, or a system without /proc.
            return false;
        }
    }

    private static boolean hasTerminal(long pid) {
        return fields(pid).map(it -> !it.get(TERMINAL).equals("0")).orElse(true);
    }

    private static Optional<List<String>> fields(long pid) {
        try {
            String stat = Files.readString(proc(pid).resolve("stat"));
            List<String> fields =
                    Stream.of(stat.substring(stat.lastIndexOf(')') + 1).strip().split(" "))
                            .toList();
            return fields.size() > TERMINAL ? Optional.of(fields) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Path proc(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }
}
