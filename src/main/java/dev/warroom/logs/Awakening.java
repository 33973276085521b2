package dev.warroom.logs;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits until something may have happened to the files, or for the usual time from one look to the
 * next. The file system wakes it up where it can, and then it looks seldom; network file systems,
 * and a machine that watches too much already, cannot, so what is told is never relied on: where a
 * look found something that nobody had told of, it looks often for a while.
 */
final class Awakening implements AutoCloseable {

    /** Looking in vain takes at most one part in so many of the time, whatever wakes it up. */
    private static final long SHARE = 20;

    private static final long LEAST_NANOS = 5_000_000;
    private static final long MOST_NANOS = 100_000_000;

    /** After it was not told of something it does not rely on being told for so long. */
    private static final long DISTRUST_NANOS = 60_000_000_000L;

    private final Optional<WatchService> watch = service();
    private final Map<Path, WatchKey> folders = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private long looked = System.nanoTime();

    /** Whether the last wait ended because the file system had something to tell. */
    private boolean told;

    /** Whether a folder could not be watched. */
    private boolean blind;

    private long untoldAt;
    private boolean untold;

    private static Optional<WatchService> service() {
        try {
            return Optional.of(FileSystems.getDefault().newWatchService());
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** From now on it is woken up by what happens to {@code files}, and in their folders. */
    void watch(Set<Path> files) {
        if (watch.isEmpty()) {
            return;
        }
        Set<Path> wanted = new HashSet<>();
        for (Path file : files) {
            wanted.add(file.getParent());
            try {
                wanted.add(file.toRealPath().getParent());
            } catch (IOException e) {
                // It is not there; its folder tells when it comes.
                continue;
            }
        }
        for (Iterator<Map.Entry<Path, WatchKey>> each = folders.entrySet().iterator();
                each.hasNext(); ) {
            Map.Entry<Path, WatchKey> entry = each.next();
            if (!wanted.contains(entry.getKey()) || !entry.getValue().isValid()) {
                leave(entry.getValue());
                each.remove();
            }
        }
        for (Path folder : wanted) {
            if (!folders.containsKey(folder)) {
                register(watch.get(), folder);
            }
        }
        blind = !folders.keySet().containsAll(wanted);
    }

    private static void leave(WatchKey key) {
        try {
            key.cancel();
        } catch (ClosedWatchServiceException e) {
            // With the service, all of them have ended.
            return;
        }
    }

    private void register(WatchService service, Path folder) {
        try {
            folders.put(
                    folder,
                    folder.register(
                            service,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_DELETE));
        } catch (IOException | ClosedWatchServiceException e) {
            // It is looked at as often as usual.
            folders.remove(folder);
        }
    }

    /** A look has found something, of which the file system should have told. */
    void found() {
        try {
            told |= watch.isPresent() && drain(watch.get().poll());
        } catch (ClosedWatchServiceException e) {
            // It ends: the next wait says so.
            return;
        }
        if (!told) {
            untold = true;
            untoldAt = System.nanoTime();
        }
    }

    /** Whether it may wait for long, because the file system tells when something happens. */
    boolean told() {
        boolean trusted = !untold || System.nanoTime() - untoldAt > DISTRUST_NANOS;
        return watch.isPresent() && !blind && trusted;
    }

    /**
     * Waits a moment, and then until it is woken up.
     *
     * @param most how long
     * @param inVain whether nothing was found since the last call; then the moment lasts {@link
     *     #SHARE} times as long as that took
     * @return false where it is closed
     */
    boolean await(Duration most, boolean inVain) throws InterruptedException {
        long took = inVain ? System.nanoTime() - looked : 0;
        long left = most.toNanos();
        long rest = Math.min(left, Math.clamp(took * SHARE, LEAST_NANOS, MOST_NANOS));
        // Between two looks at once nothing can be told.
        told |= left == 0;
        boolean going = left > 0 ? sleep(rest) && slept(left - rest) : closed.getCount() > 0;
        looked = System.nanoTime();
        return going;
    }

    private boolean sleep(long nanos) throws InterruptedException {
        return !closed.await(nanos, TimeUnit.NANOSECONDS);
    }

    private boolean slept(long nanos) throws InterruptedException {
        if (watch.isEmpty() || nanos <= 0) {
            return sleep(Math.max(0, nanos));
        }
        try {
            WatchKey key = watch.get().poll(nanos, TimeUnit.NANOSECONDS);
            told = drain(key);
            return closed.getCount() > 0;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    /** Takes all that has been told; whether that is anything. */
    private boolean drain(WatchKey first) {
        for (WatchKey key = first; key != null; key = watch.get().poll()) {
            key.pollEvents();
            key.reset();
        }
        return first != null;
    }

    /** Whoever waits goes on at once. */
    void end() {
        closed.countDown();
    }

    boolean ended() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        end();
        try {
            if (watch.isPresent()) {
                watch.get().close();
            }
        } catch (IOException e) {
            // Nothing waits for it any more.
            return;
        }
    }
}
