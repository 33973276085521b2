package dev.warroom.share;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the threads that share an incident know of each other: the connection, how far the stream is
 * read, what is in the way. Nothing is done under its lock but looking and waiting.
 */
final class Progress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Optional<NatsLink> link = Optional.empty();
    private long place;
    private String unread = "";
    private String unwritten = "";
    private long changes;
    private boolean closed;

    /**
     * The end of the stream, as far as it is known.
     *
     * @param place up to which it is read; 0 before its beginning
     */
    record End(NatsLink link, long place) {}

    /** Something is to be looked at. */
    void change() {
        lock.lock();
        try {
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Everybody is to come to an end. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        change();
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** The stream is read up to here. */
    void place(long read) {
        lock.lock();
        try {
            place = read;
        } finally {
            lock.unlock();
        }
        change();
    }

    /** The stream is read up to its end, so that lines can be put behind it. */
    void reached(NatsLink end) {
        lock.lock();
        try {
            link = Optional.of(end);
            unread = "";
        } finally {
            lock.unlock();
        }
        change();
    }

    void unreached() {
        lock.lock();
        try {
            link = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Empty while the end of the stream is not known. */
    Optional<End> end() {
        lock.lock();
        try {
            return link.map(it -> new End(it, place));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Why the stream cannot be read.
     *
     * @return whether that still matters to anybody
     */
    boolean unread(String why) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            unread = why;
        } finally {
            lock.unlock();
        }
        change();
        return true;
    }

    /** Why nothing can be brought to the stream; empty where something was. */
    void unwritten(String why) {
        lock.lock();
        try {
            unwritten = why;
        } finally {
            lock.unlock();
        }
    }

    /** One line for people; empty where nothing is in the way. */
    String trouble() {
        lock.lock();
        try {
            return unread.isEmpty() ? unwritten : unread;
        } finally {
            lock.unlock();
        }
    }

    /** How often something has changed. */
    long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /** Until something has changed since {@link #changes} was {@code seen}. */
    void awaitChange(long seen, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            if (changes == seen && !closed) {
                changed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Until the stream is read up to {@code there}, or nobody reads it. */
    void awaitRead(long there, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!closed && place < there && link.isPresent() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Stands still, unless the end has come. */
    void pause(Duration length) throws InterruptedException {
        lock.lock();
        try {
            long left = length.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
