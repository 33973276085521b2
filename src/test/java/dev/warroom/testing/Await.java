package dev.warroom.testing;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Waits for a condition, never for a time. The limit is for what never comes: a wait that ends well
 * is as long as it has to be, on a machine that is far too busy, too.
 */
public final class Await {

    /**
     * How long anything may take, and what may be passed where a wait takes a limit. A run that has
     * only what others leave of the processor gets more by {@code warroom.await.seconds}.
     */
    public static final Duration LIMIT =
            Duration.ofSeconds(Long.getLong("warroom.await.seconds", 300));

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private Await() {}

    /**
     * What is waited for.
     *
     * @param <E> what looking may throw
     */
    @FunctionalInterface
    public interface Condition<E extends Exception> {

        boolean holds() throws E;
    }

    /**
     * @param what it is, as it stands after "waited for"
     * @throws AssertionError after {@link #LIMIT}
     */
    public static <E extends Exception> void until(String what, Condition<E> condition) throws E {
        until(what, condition, () -> "");
    }

    /**
     * @param what it is, as it stands after "waited for"
     * @param details what helps to see why it did not come
     * @throws AssertionError after {@link #LIMIT}
     */
    public static <E extends Exception> void until(
            String what, Condition<E> condition, Supplier<String> details) throws E {
        if (!comes(condition)) {
            throw new AssertionError(
                    "waited %d s for %s%n%s".formatted(LIMIT.toSeconds(), what, details.get()));
        }
    }

    /** Whether {@code condition} comes true within {@link #LIMIT}. */
    public static <E extends Exception> boolean comes(Condition<E> condition) throws E {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        long pause = SHORTEST_PAUSE;
        long began = System.nanoTime();
        while (!condition.holds()) {
            long now = System.nanoTime();
            if (now > deadline) {
                return false;
            }
            // Looking may take a process, and what is waited for needs the processor more: it is
            // looked for at most a third of the time.
            LockSupport.parkNanos(Math.min(LONGEST_PAUSE, Math.max(pause, 2 * (now - began))));
            pause = Math.min(LONGEST_PAUSE, pause * 5 / 4);
            began = System.nanoTime();
        }
        return true;
    }

    /**
     * The next of {@code queue}.
     *
     * @throws AssertionError after {@link #LIMIT}
     */
    public static <T> T next(String what, BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("waited %d s for %s".formatted(LIMIT.toSeconds(), what));
        }
        return next;
    }
}
