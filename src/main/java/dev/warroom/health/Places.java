package dev.warroom.health;

import dev.warroom.room.Reading;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many looks there may be at a time, so that a busy machine is not made busier by them. */
final class Places {

    /** Looks under way at a time, unless they are slow. */
    private static final int AT_A_TIME = 8;

    /** How long a look waits for others: a slow one must not hold up those behind it. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final Semaphore places = new Semaphore(AT_A_TIME, true);

    Reading taking(Look look) throws InterruptedException {
        boolean place = places.tryAcquire(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return look.look();
        } finally {
            if (place) {
                places.release();
            }
        }
    }
}
