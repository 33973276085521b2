package dev.warroom.process;

import dev.warroom.testing.Await;

import java.util.Optional;

/** Looks at processes from outside. */
final class Processes {

    private Processes() {}

    /** The running process whose number a script printed. */
    static Optional<ProcessHandle> handle(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip())).filter(ProcessHandle::isAlive);
    }

    static void awaitEnd(String pid) {
        Await.until("the end of process " + pid.strip(), () -> handle(pid).isEmpty());
    }
}
