package dev.warroom.journal;

import dev.warroom.journal.JournalReader.Tail;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lines in batches, each decoded and packed by a thread of its own; whether a batch follows the one
 * before is seen when its facts are given on. A line in which anything is wrong is decoded once
 * more then, so that damage reads the same however it was found.
 */
final class WideDecoding extends Decoding {

    private final int most = Runtime.getRuntime().availableProcessors();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    most, Thread.ofPlatform().daemon().name("journal-", 0).factory());
    private final ConcurrentLinkedQueue<Decoder> idle = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<Under> under = new ArrayDeque<>();
    private final ArrayDeque<byte[]> rooms = new ArrayDeque<>();

    /** What one thread at a time decodes with. */
    private record Decoder(LineCodec codec, FactPacker packer) {
        static Decoder made() {
            LineCodec codec = new LineCodec();
            return new Decoder(codec, new FactPacker(codec.words()));
        }
    }

    /** Lines that are being decoded. */
    private record Under(Lines lines, Future<GoodLines> batch) {}

    @Override
    byte[] room() {
        return rooms.isEmpty() ? new byte[LineScanner.CHUNK] : rooms.poll();
    }

    @Override
    void add(Lines lines, Tail to) throws LineDamage, IOException {
        under.add(new Under(lines, threads.submit(() -> decoded(lines))));
        if (under.size() > 2 * most) {
            give(under.poll(), to);
        }
    }

    @Override
    void finish(Tail to) throws LineDamage, IOException {
        while (!under.isEmpty()) {
            give(under.poll(), to);
        }
    }

    private GoodLines decoded(Lines lines) {
        Decoder free = idle.poll();
        Decoder decoder = free == null ? Decoder.made() : free;
        GoodLines batch = GoodLines.of(lines, decoder.codec(), decoder.packer());
        idle.add(decoder);
        return batch;
    }

    private void give(Under next, Tail to) throws LineDamage, IOException {
        GoodLines batch = done(next.batch());
        int from = 0;
        if (!batch.none() && to.follows(batch)) {
            to.take(batch);
            from = batch.length();
        }
        if (from < next.lines().length()) {
            try (Here here = Decoding.here()) {
                here.add(next.lines(), from, to);
            }
        }
        // A longer one was made for a line that is longer than most.
        if (next.lines().bytes().length == LineScanner.CHUNK) {
            rooms.add(next.lines().bytes());
        }
    }

    private static GoodLines done(Future<GoodLines> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it was read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a line is good or bad, and nothing else", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
