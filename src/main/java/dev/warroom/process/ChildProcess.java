package dev.warroom.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A child whose end can be waited for without ever waiting for what it has left behind: one thread
 * looks for its end, its output and its timeout in turn.
 */
final class ChildProcess extends Process {

    private static final long LONGEST_PAUSE_MS = 20;

    /** How long what the child wrote last may take to arrive. */
    private static final Duration SETTLE = Duration.ofMillis(500);

    private final Process leader;
    private final ProcessGroup group;
    private final Capture output;
    private final Capture errors;
    private final long began = System.nanoTime();
    private final long timeout;
    private boolean timedOut;
    private boolean interrupted;

    ChildProcess(Process leader, ChildCommand command, boolean grouped) {
        this.leader = leader;
        this.group = new ProcessGroup(leader, grouped);
        this.timeout = command.timeout().toNanos();
        this.output = new Capture(leader.getInputStream(), command.mostOutput());
        this.errors = new Capture(leader.getErrorStream(), command.mostOutput());
        command.input().ifPresent(bytes -> Thread.startVirtualThread(() -> feed(bytes)));
    }

    Capture output() {
        return output;
    }

    Capture errors() {
        return errors;
    }

    boolean timedOut() {
        return timedOut;
    }

    boolean interrupted() {
        return interrupted;
    }

    @Override
    public int waitFor() throws InterruptedException {
        try {
            long pause = 1;
            while (!leader.waitFor(pause, TimeUnit.MILLISECONDS)) {
                boolean heard = output.read() | errors.read();
                pause = heard ? 1 : Math.min(2 * pause, LONGEST_PAUSE_MS);
                if (System.nanoTime() - began >= timeout) {
                    timedOut = true;
                    group.kill();
                    break;
                }
            }
            settle();
        } catch (InterruptedException e) {
            interrupted = true;
            throw e;
        }
        return leader.isAlive() ? -1 : leader.exitValue();
    }

    /**
     * Reads what is left. The Java runtime does so too, under a lock and for as long as there is
     * more, so this must not be done by the thread that has to come back: something the child has
     * left behind may write for ever.
     */
    private void settle() throws InterruptedException {
        Thread last =
                Thread.startVirtualThread(
                        () -> {
                            output.read();
                            errors.read();
                        });
        if (!last.join(SETTLE)) {
            group.killNow();
            last.join(SETTLE);
        }
    }

    private void feed(byte[] bytes) {
        try (OutputStream stream = leader.getOutputStream()) {
            stream.write(bytes);
        } catch (IOException e) {
            // It ended, or closed its input, before it had read everything: its own business.
            return;
        }
    }

    @Override
    public void destroy() {
        try {
            group.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int exitValue() {
        return leader.exitValue();
    }

    /** Nothing: whoever closes the real one may wait for its reader. */
    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    /** Nothing: {@link #output} has it. */
    @Override
    public InputStream getInputStream() {
        return InputStream.nullInputStream();
    }

    /** Nothing: {@link #errors} has it. */
    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }
}
