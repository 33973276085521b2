package dev.warroom.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The only way to the terminal: a frame is one write, and after the restoring sequence nothing
 * follows, even when another thread is in the middle of a frame.
 */
final class Output {

    /**
     * A terminal that does not take a byte for so long is not waited for when it is to be restored.
     */
    private static final long RESTORE_MILLIS = 300;

    private final OutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    Output(OutputStream out) {
        this.out = out;
    }

    void write(ByteArrayOutputStream frame) throws IOException {
        lock.lock();
        try {
            if (!closed && frame.size() > 0) {
                frame.writeTo(out);
                out.flush();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Writes {@code last} and takes nothing any more. Does nothing the second time. */
    void close(String last) throws IOException {
        boolean mine = false;
        try {
            mine = lock.tryLock(RESTORE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            if (mine && !closed) {
                closed = true;
                out.write(last.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } finally {
            if (mine) {
                lock.unlock();
            }
        }
    }
}
