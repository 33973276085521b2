package dev.warroom.health;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does what nothing bounds the time of (asking a name server, looking at a file system that may
 * hang) on a real thread: a virtual one would keep others from going on. A probe has one such
 * thread at most, and gets one that another is done with where there is one: a new one for each
 * look costs more than the look.
 */
final class Beside {

    /** Longer than from one look of a usual probe to the next. */
    private static final long KEPT_SECONDS = 30;

    private final ExecutorService threads;
    private CountDownLatch last = new CountDownLatch(0);

    /**
     * @param threads as {@link #threads} makes them
     */
    Beside(ExecutorService threads) {
        this.threads = threads;
    }

    /** As many as are needed at a time; those that nobody needs end after a while. */
    static ExecutorService threads() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                KEPT_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("probe-look").factory());
    }

    /**
     * Calls {@code work}.
     *
     * @throws TimeoutException when it has not answered within {@code timeout}, or when the call
     *     before has not even now
     * @throws ExecutionException around what it has thrown
     */
    <T> T call(Duration timeout, Callable<T> work)
            throws InterruptedException, TimeoutException, ExecutionException {
        if (!last.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException();
        }
        FutureTask<T> task = new FutureTask<>(work);
        CountDownLatch ended = new CountDownLatch(1);
        last = ended;
        threads.execute(
                () -> {
                    try {
                        task.run();
                    } finally {
                        ended.countDown();
                    }
                });
        try {
            return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            task.cancel(true);
        }
    }
}
