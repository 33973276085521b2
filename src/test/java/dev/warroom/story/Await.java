package dev.warroom.story;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, never for a time. */
final class Await {

    /** How long anything here may take on a busy machine. */
    static final Duration LIMIT = Duration.ofSeconds(180);

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(250);

    private Await() {}

    /**
     * @param description what is waited for, as it stands after "waited for"
     * @param details what helps to see why it did not come
     * @throws AssertionError after {@link #LIMIT}
     */
    static void until(String description, BooleanSupplier condition, Supplier<String> details) {
        if (!within(LIMIT, condition)) {
            throw new AssertionError(
                    "waited %d s for %s%n%s"
                            .formatted(LIMIT.toSeconds(), description, details.get()));
        }
    }

    /** Whether {@code condition} came true in time. */
    static boolean within(Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        long pause = SHORTEST_PAUSE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            // Looking takes a process, mostly, and what is waited for needs the processor more.
            LockSupport.parkNanos(pause);
            pause = Math.min(LONGEST_PAUSE, pause * 3 / 2);
        }
        return true;
    }
}
