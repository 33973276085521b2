package dev.warroom.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets one writer after the other at an incident: it is held for one line, never longer. The lock
 * is on a file of its own, {@code INC-7.lock}: a process loses its locks on a file when it closes
 * any handle on it, and journals are read while they are open. The file stays when the lock is
 * gone, so that nobody locks a file that was just deleted. The system drops the lock when the
 * process ends, however it ends.
 */
final class JournalLock implements AutoCloseable {

    /**
     * A line takes milliseconds; who waits this long waits for a disk, or for a stopped program.
     */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long BETWEEN_TRIES_NANOS = 500_000;

    private final Path file;
    private final String id;
    private FileChannel channel;

    JournalLock(Path file, String id) {
        this.file = file;
        this.id = id;
    }

    /** While it is not closed, nobody else writes. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits until nobody else writes, {@link #PATIENCE} at most.
     *
     * @throws JournalException if that takes longer, or the lock's file cannot be used
     */
    Held hold() {
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() < end) {
                Held held = tried();
                if (held != null) {
                    return held;
                }
                LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
            }
        } catch (IOException e) {
            throw new JournalException(
                    "Not recorded: cannot lock "
                            + id
                            + " with "
                            + file
                            + ": "
                            + Reasons.of(e)
                            + ".",
                    e);
        }
        throw new JournalException(
                "Not recorded: another war room has been writing to "
                        + id
                        + " for "
                        + PATIENCE.toSeconds()
                        + " s (it holds "
                        + file
                        + "). Is it stopped, or the disk stuck?");
    }

    private Held tried() throws IOException {
        if (channel == null || !channel.isOpen()) {
            channel = StateFolder.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        }
        try {
            FileLock lock = channel.tryLock();
            return lock == null ? null : () -> release(lock);
        } catch (OverlappingFileLockException e) {
            // Another part of this process holds it.
            return null;
        }
    }

    private void release(FileLock lock) {
        try {
            lock.release();
        } catch (IOException e) {
            // Closing the channel lets go of it in any case.
            close();
        }
    }

    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing was written through it that could be lost.
            }
        }
    }
}
