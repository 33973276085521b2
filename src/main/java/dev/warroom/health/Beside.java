package dev.warroom.health;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does what nothing bounds the time of (asking a name server, looking at a file system that may
 * hang) on a thread of its own, a real one: a virtual one would keep others from going on. There is
 * one such thread a probe at most.
 */
final class Beside {

    private Thread last = new Thread();

    /**
     * Calls {@code work}.
     *
     * @throws TimeoutException when it has not answered within {@code timeout}, or when the call
     *     before has not even now
     * @throws ExecutionException around what it has thrown
     */
    <T> T call(Duration timeout, Callable<T> work)
            throws InterruptedException, TimeoutException, ExecutionException {
        if (last.isAlive() && !last.join(timeout)) {
            throw new TimeoutException();
        }
        FutureTask<T> task = new FutureTask<>(work);
        last = Thread.ofPlatform().daemon().name("probe-look").start(task);
        try {
            return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            task.cancel(true);
        }
    }
}
