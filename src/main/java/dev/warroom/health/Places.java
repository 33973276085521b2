package dev.warroom.health;

import dev.warroom.room.Reading;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many looks may begin at a time, so that a busy machine is not made busier by them. A look
 * that has gone on for a while waits for something else, and gives its place back: so many slow
 * ones hold up no other.
 */
final class Places {

    /** Looks that began a moment ago and have not ended. */
    static final int AT_A_TIME = 8;

    /** How long a look has a place. */
    static final Duration MOMENT = Duration.ofMillis(200);

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition free = lock.newCondition();

    /** When the looks that have a place began, the oldest first. */
    private final Deque<Long> begun = new ArrayDeque<>();

    /** What begins at its turn. */
    @FunctionalInterface
    interface Work {
        Reading find() throws InterruptedException;
    }

    Reading taking(Work work) throws InterruptedException {
        Long place = take();
        try {
            return work.find();
        } finally {
            giveBack(place);
        }
    }

    private Long take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                long now = System.nanoTime();
                while (!begun.isEmpty() && now - begun.getFirst() >= MOMENT.toNanos()) {
                    begun.removeFirst();
                }
                if (begun.size() < AT_A_TIME) {
                    begun.addLast(now);
                    return now;
                }
                free.await(MOMENT.toNanos() - (now - begun.getFirst()), TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    private void giveBack(Long place) {
        lock.lock();
        try {
            begun.remove(place);
            free.signal();
        } finally {
            lock.unlock();
        }
    }
}
