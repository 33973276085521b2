package dev.warroom.logs.event;

import dev.warroom.logs.line.LineReader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Iterator;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Looks ahead in a file for where a needle stands next, several parts of it at the same time. Not
 * for use by several threads.
 */
final class Scout {

    private static final int WINDOW = 4 << 20;
    private static final int BLOCK = 256 * 1024;

    /** Of one window; where a needle stands more often, looking ahead is not worth it. */
    private static final int MOST_PLACES = 64;

    private static final int LONGEST_LINE = 4096;

    private final FileChannel file;
    private final Needle needle;
    private final long size;
    private final int ahead = Math.min(4, Runtime.getRuntime().availableProcessors());
    private final TreeMap<Long, CompletableFuture<long[]>> windows = new TreeMap<>();

    Scout(FileChannel file, Needle needle) throws IOException {
        this.file = file;
        this.needle = needle;
        this.size = file.size();
    }

    /** How long the file was; nothing is known of what comes later. */
    long size() {
        return size;
    }

    /**
     * Where the needle stands first from {@code from} on, or a place before that; {@link #size}
     * where it does not any more.
     */
    long next(long from) throws IOException {
        long at = Math.max(0, from);
        while (at < size) {
            long index = at / WINDOW;
            long[] places = places(index);
            for (long place : places) {
                if (place >= at) {
                    return place;
                }
            }
            if (places.length == MOST_PLACES) {
                return at;
            }
            at = (index + 1) * WINDOW;
        }
        return size;
    }

    /**
     * The last line before {@code place} that begins an event whatever stands before it; that line
     * is the one that {@code lines} is to read next.
     *
     * @return -1 where there is none near
     */
    long head(LineReader lines, long place) throws IOException {
        long from = Math.max(0, place - Heads.MOST_BACK);
        byte[] b = new byte[(int) (place - from) + LONGEST_LINE];
        int filled = read(b, from);
        int line = Heads.lineOf(b, (int) (place - from), 0);
        int head = Heads.last(lines, b, line, 0, filled);
        return head < 0 ? -1 : from + head;
    }

    private long[] places(long index) throws IOException {
        for (Iterator<Long> old = windows.headMap(index).keySet().iterator(); old.hasNext(); ) {
            old.next();
            old.remove();
        }
        for (long next = index; next <= index + ahead && next * WINDOW < size; next++) {
            long window = next;
            windows.computeIfAbsent(
                    window,
                    it ->
                            CompletableFuture.supplyAsync(
                                    () -> search(window), Thread::startVirtualThread));
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
        byte[] b = new byte[BLOCK];
        long at = window * WINDOW;
        // A needle belongs to the window it begins in.
        long end = Math.min(size, at + WINDOW + needle.length() - 1);
        try {
            while (end - at >= needle.length()) {
                int filled = (int) Math.min(end - at, read(b, at));
                int from = 0;
                for (int place = needle.find(b, from, filled);
                        place >= 0 && count < MOST_PLACES;
                        place = needle.find(b, place + 1, filled)) {
                    found[count++] = at + place;
                }
                if (filled < needle.length() || count == MOST_PLACES) {
                    break;
                }
                at += filled - needle.length() + 1;
            }
        } catch (IOException e) {
            throw new Unread(e);
        }
        return Arrays.copyOf(found, count);
    }

    private int read(byte[] b, long from) throws IOException {
        ByteBuffer into = ByteBuffer.wrap(b);
        while (into.hasRemaining()) {
            if (file.read(into, from + into.position()) < 0) {
                break;
            }
        }
        return into.position();
    }
}
