package dev.warroom.logs.clue;

import dev.warroom.logs.line.Bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Looks ahead in a file for where a clue leads, several parts of it at the same time. Not for use
 * by several threads.
 */
public final class Scout {

    private static final int WINDOW = 1 << 20;

    /** Of one window; where a clue leads more often, looking ahead is not worth it. */
    private static final int MOST_PLACES = 16;

    private final FileChannel file;
    private final Clue clue;
    private final long size;
    private final int ahead = Math.min(4, Runtime.getRuntime().availableProcessors());
    private final Map<Long, CompletableFuture<long[]>> windows = new HashMap<>();

    /** Used again: of new memory a window's would cost as much as looking through it. */
    private final Queue<byte[]> buffers = new ConcurrentLinkedQueue<>();

    /** Told now and then how far it is. */
    @FunctionalInterface
    public interface Progress {

        /**
         * @param at what stands between where it began and here is looked through
         * @return false to give up
         */
        boolean went(long at);
    }

    /** Of {@code file} as long as it is now. */
    public Scout(FileChannel file, Clue clue) throws IOException {
        this.file = file;
        this.clue = clue;
        this.size = file.size();
    }

    /**
     * Looks forwards. Only the first place in each line counts.
     *
     * @return a place at {@code from} or behind it before which there is none; negative where there
     *     is none at all, or {@code progress} gave up
     */
    public long first(long from, Progress progress) throws IOException {
        long at = Math.max(0, from);
        while (at < size) {
            long index = at / WINDOW;
            long[] places = places(index, 1);
            for (long place : places) {
                if (place >= at) {
                    return place;
                }
            }
            if (places.length == MOST_PLACES) {
                return at;
            }
            at = (index + 1) * WINDOW;
            if (!progress.went(Math.min(at, size))) {
                break;
            }
        }
        return -1;
    }

    /**
     * Looks backwards.
     *
     * @return a place before {@code end} behind which there is none before {@code end}; negative
     *     where there is none at all, or {@code progress} gave up
     */
    public long last(long end, Progress progress) throws IOException {
        long to = Math.min(end, size);
        while (to > 0) {
            long index = (to - 1) / WINDOW;
            long[] places = places(index, -1);
            if (places.length == MOST_PLACES) {
                return to - 1;
            }
            for (int i = places.length - 1; i >= 0; i--) {
                if (places[i] < to) {
                    return places[i];
                }
            }
            to = index * WINDOW;
            if (!progress.went(to)) {
                break;
            }
        }
        return -1;
    }

    /** Begins to look through the next windows in a direction as well. */
    private long[] places(long index, int direction) throws IOException {
        windows.keySet().removeIf(it -> (it - index) * direction < 0);
        for (int i = 0; i <= ahead; i++) {
            long window = index + (long) i * direction;
            if (window >= 0 && window * WINDOW < size) {
                windows.computeIfAbsent(
                        window,
                        it ->
                                CompletableFuture.supplyAsync(
                                        () -> search(window), Thread::startVirtualThread));
            }
        }
        try {
            return windows.get(index).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Unread unread) {
                throw unread.reason;
            }
            throw e;
        }
    }

    private static final class Unread extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient IOException reason;

        Unread(IOException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private long[] search(long window) {
        long[] found = new long[MOST_PLACES];
        int count = 0;
        long begin = window * WINDOW;
        byte[] used = buffers.poll();
        byte[] b = used == null ? new byte[WINDOW + clue.reach()] : used;
        try {
            int filled = read(b, begin);
            int place = clue.find(b, 0, filled);
            while (place >= 0 && count < MOST_PLACES) {
                found[count++] = begin + place;
                int next = Bytes.lineFeed(b, place, filled) + 1;
                place = next < filled ? clue.find(b, next, filled) : -1;
            }
        } catch (IOException e) {
            throw new Unread(e);
        }
        buffers.add(b);
        return Arrays.copyOf(found, count);
    }

    private int read(byte[] b, long from) throws IOException {
        ByteBuffer into = ByteBuffer.wrap(b, 0, (int) Math.min(size - from, b.length));
        while (into.hasRemaining()) {
            if (file.read(into, from + into.position()) < 0) {
                break;
            }
        }
        return into.position();
    }
}
