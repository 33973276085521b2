package dev.warroom.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The thread on which everything is done with a journal, one after the other. What fails on it
 * fails as on any other thread, where Java's own executor would keep it to itself.
 */
final class JournalThread extends ScheduledThreadPoolExecutor {

    JournalThread() {
        super(1, Thread.ofPlatform().name("journal").daemon().factory());
    }

    @Override
    protected void afterExecute(Runnable done, Throwable failure) {
        super.afterExecute(done, failure);
        if (!(done instanceof Future<?> future) || !future.isDone()) {
            return;
        }
        try {
            future.get();
        } catch (ExecutionException e) {
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, e.getCause());
        } catch (CancellationException e) {
            // The room is being left.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
