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

    private static final int LINES = 2_000;

    /** A batch ends here as well, since lines may be long. */
    private static final int BYTES = 1 << 20;

    private final int most = Runtime.getRuntime().availableProcessors();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    most, Thread.ofPlatform().daemon().name("journal-", 0).factory());
    private final ConcurrentLinkedQueue<LineCodec> codecs = new ConcurrentLinkedQueue<>();
    private final ArrayDeque<Future<Batch>> under = new ArrayDeque<>();
    private List<byte[]> next = new ArrayList<>(LINES);
    private int bytes;
    private long begun = -1;

    /**
     * @param good what each line says, up to the first that is bad
     */
    private record Batch(List<byte[]> lines, List<LineCodec.Line> good) {}

    @Override
    void add(byte[] line, Tail to) throws LineDamage, IOException {
        if (begun < 0) {
            begun = to.lines();
        }
        next.add(line);
        bytes += line.length;
        if (next.size() == LINES || bytes > BYTES) {
            send();
            if (under.size() > 2 * most) {
                give(under.poll(), to);
            }
        }
    }

    @Override
    void finish(Tail to) throws LineDamage, IOException {
        if (!next.isEmpty()) {
            send();
        }
        while (!under.isEmpty()) {
            give(under.poll(), to);
        }
    }

    private void send() {
        List<byte[]> lines = next;
        long first = begun + 1;
        begun += lines.size();
        next = new ArrayList<>(LINES);
        bytes = 0;
        under.add(threads.submit(() -> decoded(lines, first)));
    }

    private Batch decoded(List<byte[]> lines, long first) {
        LineCodec idle = codecs.poll();
        LineCodec codec = idle == null ? new LineCodec() : idle;
        List<LineCodec.Line> good = new ArrayList<>(lines.size());
        try {
            for (byte[] line : lines) {
                good.add(codec.decodeUnchained(line, line.length, first + good.size()));
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
            boolean chained =
                    i < batch.good().size() && batch.good().get(i).prev().equals(to.hash());
            to.take(
                    chained
                            ? batch.good().get(i)
                            : new LineCodec().decode(line, line.length, to.lines() + 1, to.hash()),
                    line);
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
