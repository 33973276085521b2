package dev.warroom.incident;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.RandomAccess;

/**
 * The runs of a step, oldest first: a list that does not change, and that another with one more
 * costs next to nothing to make. Those of which nothing more can become known, up to the first that
 * is still open, are in columns, which lists that follow each other share as {@link Facts} do; an
 * attempt is made of them when it is looked at.
 */
public final class Attempts extends AbstractList<Attempt> implements RandomAccess {

    static final Attempts NONE =
            new Attempts(TreePVector.empty(), Columns.NONE, 0, TreePVector.empty());

    private final PVector<Columns> full;
    private final Columns last;
    private final int settled;
    private final PVector<Attempt> recent;

    private Attempts(PVector<Columns> full, Columns last, int settled, PVector<Attempt> recent) {
        this.full = full;
        this.last = last;
        this.settled = settled;
        this.recent = recent;
    }

    @Override
    public int size() {
        return settled + recent.size();
    }

    @Override
    public Attempt get(int index) {
        Objects.checkIndex(index, size());
        if (index >= settled) {
            return recent.get(index - settled);
        }
        int columns = index / Columns.MOST;
        return (columns < full.size() ? full.get(columns) : last).get(index % Columns.MOST);
    }

    /** Those of which more may become known, and those that began after them. */
    List<Attempt> recent() {
        return recent;
    }

    Attempts plus(Attempt attempt) {
        return new Attempts(full, last, settled, recent.plus(attempt));
    }

    /** These, with another in the place of one that is open. */
    Attempts with(int index, Attempt attempt) {
        return new Attempts(full, last, settled, recent.with(index - settled, attempt)).settling();
    }

    private Attempts settling() {
        Attempts now = this;
        while (!now.recent.isEmpty() && !now.recent.getFirst().open()) {
            now = now.settlingFirst();
        }
        return now;
    }

    private Attempts settlingFirst() {
        Columns more = last.plus(recent.getFirst(), settled % Columns.MOST);
        int count = settled + 1;
        return count % Columns.MOST == 0
                ? new Attempts(full.plus(more), Columns.NONE, count, recent.minus(0))
                : new Attempts(full, more, count, recent.minus(0));
    }

    /** One row an attempt. */
    private static final class Columns {
        private static final int FIRST = 4;

        /** Rows that are kept together: no more is copied when there is one more. */
        private static final int MOST = 64;

        private static final Columns NONE = new Columns(0);
        private static final int OUTCOME = 0xF;
        private static final int EXIT = 0x10;
        private static final int LINE = 0x20;

        /** Run, script, target, batch, who, detail. */
        private static final int TEXTS = 6;

        private final String[] texts;
        private final Where[] wheres;
        private final long[] seconds;
        private final int[] nanos;

        /** An outcome, and whether there is an exit code and a line. */
        private final byte[] ends;

        private final int[] exits;
        private final int[] lines;
        private final long[] tookSeconds;
        private final int[] tookNanos;
        private final long[] bytes;
        private int count;

        Columns(int most) {
            texts = new String[most * TEXTS];
            wheres = new Where[most];
            seconds = new long[most];
            nanos = new int[most];
            ends = new byte[most];
            exits = new int[most];
            lines = new int[most];
            tookSeconds = new long[most];
            tookNanos = new int[most];
            bytes = new long[most];
        }

        private Columns(Columns from, int size, int most) {
            texts = Arrays.copyOf(from.texts, most * TEXTS);
            wheres = Arrays.copyOf(from.wheres, most);
            seconds = Arrays.copyOf(from.seconds, most);
            nanos = Arrays.copyOf(from.nanos, most);
            ends = Arrays.copyOf(from.ends, most);
            exits = Arrays.copyOf(from.exits, most);
            lines = Arrays.copyOf(from.lines, most);
            tookSeconds = Arrays.copyOf(from.tookSeconds, most);
            tookNanos = Arrays.copyOf(from.tookNanos, most);
            bytes = Arrays.copyOf(from.bytes, most);
            count = size;
        }

        /** The first {@code size} rows and one more: these where its place was not taken yet. */
        Columns plus(Attempt attempt, int size) {
            synchronized (this) {
                if (count == size && size < wheres.length) {
                    put(attempt);
                    return this;
                }
            }
            Columns copy = new Columns(this, size, Math.clamp((long) FIRST * size, FIRST, MOST));
            copy.put(attempt);
            return copy;
        }

        private void put(Attempt it) {
            int row = count++;
            int text = row * TEXTS;
            texts[text] = it.run();
            texts[text + 1] = it.script();
            texts[text + 2] = it.target();
            texts[text + 3] = it.batch();
            texts[text + 4] = it.who();
            texts[text + 5] = it.detail();
            wheres[row] = it.where();
            seconds[row] = it.startedAt().getEpochSecond();
            nanos[row] = it.startedAt().getNano();
            ends[row] =
                    (byte)
                            (it.outcome().orElseThrow().ordinal()
                                    | (it.exit().isPresent() ? EXIT : 0)
                                    | (it.line().isPresent() ? LINE : 0));
            exits[row] = it.exit().orElse(0);
            lines[row] = it.line().orElse(0);
            tookSeconds[row] = it.took().orElseThrow().getSeconds();
            tookNanos[row] = it.took().orElseThrow().getNano();
            bytes[row] = it.bytes();
        }

        Attempt get(int row) {
            int text = row * TEXTS;
            return new Attempt(
                    texts[text],
                    texts[text + 1],
                    texts[text + 2],
                    wheres[row],
                    texts[text + 3],
                    texts[text + 4],
                    Instant.ofEpochSecond(seconds[row], nanos[row]),
                    Attempt.ended(ends[row] & OUTCOME),
                    number(ends[row] & EXIT, exits[row]),
                    number(ends[row] & LINE, lines[row]),
                    Optional.of(Duration.ofSeconds(tookSeconds[row], tookNanos[row])),
                    bytes[row],
                    texts[text + 5]);
        }

        private static OptionalInt number(int there, int number) {
            return there == 0 ? OptionalInt.empty() : OptionalInt.of(number);
        }
    }
}
