package dev.warroom.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A child and everything it has started. Signals go through handles, because {@link
 * Process#destroy} closes the pipes and loses what the child wrote last.
 */
final class ProcessGroup {

    /** How long it may tidy up after SIGTERM. */
    static final Duration GRACE = Duration.ofMillis(300);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Process leader;
    private final boolean grouped;

    /**
     * @param grouped whether the process group bears the leader's id
     */
    ProcessGroup(Process leader, boolean grouped) {
        this.leader = leader;
        this.grouped = grouped;
    }

    /** SIGTERM to all of it, SIGKILL to what is left soon after. */
    void kill() throws InterruptedException {
        // Before the first signal: an orphan is nobody's descendant. This finds those that left
        // the group as well.
        List<ProcessHandle> started = leader.descendants().toList();
        try {
            signal("TERM");
            leader.toHandle().destroy();
            leader.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            killNow(started);
        }
        leader.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGKILL to all that is left of it. */
    void killNow() throws InterruptedException {
        killNow(leader.descendants().toList());
    }

    private void killNow(List<ProcessHandle> started) throws InterruptedException {
        leader.toHandle().destroyForcibly();
        for (ProcessHandle process : started) {
            process.destroyForcibly();
        }
        signal("KILL");
    }

    /** Java can signal single processes only, so a shell does it. */
    private void signal(String name) throws InterruptedException {
        if (!grouped) {
            return;
        }
        try {
            Process shell =
                    new ProcessBuilder("/bin/sh", "-c", "kill -s " + name + " -- -" + leader.pid())
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            shell.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            // No shell, or no room for one more process: the leader and its descendants are still
            // signalled one by one.
            leader.toHandle().destroyForcibly();
        }
    }
}
