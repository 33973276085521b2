package dev.warroom.health;

import dev.warroom.process.ChildResult;

import java.io.IOException;
import java.time.Duration;

/** How a script gets to another machine. */
@FunctionalInterface
public interface RemoteShell {

    /**
     * Runs {@code script} on {@code target} and waits for its end, not much longer than {@code
     * timeout}.
     *
     * @param script for a POSIX shell
     * @param mostOutput bytes kept of each of its two outputs
     * @throws IOException when the target cannot be reached; the message says why
     */
    ChildResult run(String target, String script, Duration timeout, int mostOutput)
            throws IOException, InterruptedException;

    /** Where there is no way to any target. */
    RemoteShell NONE =
            (target, script, timeout, mostOutput) -> {
                throw new IOException("there is no way to " + target);
            };
}
