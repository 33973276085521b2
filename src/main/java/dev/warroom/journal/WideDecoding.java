package dev.warroom.journal;

import dev.warroom.journal.JournalReader.Tail;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lines in batches, each decoded by a thread of its own; whether a line follows the one before is
 * seen when its fact is given on. A line in which anything is wrong is decoded once more then, so
 * that damage reads the same however it was found.
 */
final class WideDecoding extends Decoding {

    private final int most = Runtime.getRuntime().availableProcessors();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    most, Thread.ofPlatform().daemon().name("journal-", 0).factory());
    private final ConcurrentLinkedQueue<LineCodec> codecs = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<Future<Batch>> under = new ArrayDeque<>();

    /**
     * @param good what each line says, up to the first that is bad
     */
    private record Batch(List<byte[]> lines, List<LineCodec.Line> good) {}

    @Override
    void add(byte[] lines, Tail to) throws LineDamage, IOException {
        under.add(threads.submit(() -> decoded(lines)));
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

    private Batch decoded(byte[] block) throws LineDamage, IOException {
        LineCodec idle = codecs.poll();
        LineCodec codec = idle == null ? new LineCodec() : idle;
        List<byte[]> lines = new ArrayList<>();
        each(block, lines::add);
        List<LineCodec.Line> good = new ArrayList<>(lines.size());
        try {
            for (byte[] line : lines) {
                good.add(codec.decodeUnchained(line, line.length));
            }
        } catch (LineDamage e) {
            // Found again, with all that is known of the line before, when its turn comes.
        }
        codecs.add(codec);
        return new Batch(lines, good);
    }

    private void give(Future<Batch> future, Tail to) throws LineDamage, IOException {
        Batch batch = done(future);
        for (int i = 0; i < batch.lines().size(); i++) {
            byte[] line = batch.lines().get(i);
            boolean follows = i < batch.good().size() && to.follows(batch.good().get(i));
            to.take(follows ? batch.good().get(i) : to.decoded(new LineCodec(), line), line);
        }
    }

    private static Batch done(Future<Batch> future) throws IOException {
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
