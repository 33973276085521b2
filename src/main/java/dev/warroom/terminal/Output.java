package dev.warroom.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The only way to the terminal: frames follow each other whole, and after the restoring sequence
 * nothing follows, even when another thread is in the middle of a frame. On a slow line a frame is
 * cut off for it. A terminal that got no frame has nothing to restore, and gets nothing.
 */
final class Output {

    /**
     * So much is sent before it is looked whether the end has come: a second on a line of 2 KB/s.
     */
    private static final int PIECE = 2_048;

    /**
     * A line that takes nothing for so long is not waited for when the terminal is to be restored.
     */
    private static final long RESTORE_MILLIS = 900;

    /** CAN ends a sequence that was cut off in its middle. */
    private static final String CANCEL = "\u0018";

    private final OutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closing;
    private boolean closed;
    private boolean paused;
    private boolean cut;
    private boolean used;
    private volatile long sent;

    Output(OutputStream out) {
        this.out = out;
    }

    /** Bytes of frames so far. */
    long sent() {
        return sent;
    }

    void write(ByteArrayOutputStream frame) throws IOException {
        lock.lock();
        try {
            byte[] bytes = paused ? new byte[0] : frame.toByteArray();
            int from = 0;
            used |= bytes.length > 0;
            while (from < bytes.length && !closing) {
                int size = Math.min(PIECE, bytes.length - from);
                out.write(bytes, from, size);
                out.flush();
                from += size;
                sent += size;
            }
            cut = from < bytes.length;
        } finally {
            lock.unlock();
        }
    }

    /** Writes {@code last}, and takes no frames until {@link #resume}. */
    void pause(String last) throws IOException {
        lock.lock();
        try {
            paused = true;
            send(last);
        } finally {
            lock.unlock();
        }
    }

    /** Writes {@code first}, and takes frames again. */
    void resume(String first) throws IOException {
        lock.lock();
        try {
            paused = false;
            send(first);
        } finally {
            lock.unlock();
        }
    }

    /** Writes {@code last} and takes nothing any more. Does nothing the second time. */
    void close(String last) throws IOException {
        closing = true;
        boolean mine = false;
        try {
            mine = lock.tryLock(RESTORE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            if (!closed) {
                closed = true;
                send(mine && !cut ? last : CANCEL + last);
            }
        } finally {
            if (mine) {
                lock.unlock();
            }
        }
    }

    private void send(String sequence) throws IOException {
        if (used) {
            out.write(sequence.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
