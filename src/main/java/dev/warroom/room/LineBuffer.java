package dev.warroom.room;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.util.ArrayList;
import java.util.List;

/**
 * The newest lines of something that never stops: immutable, and bounded. Lines are kept in the
 * blocks they came in, so that a block costs one step however long it is, and the oldest block goes
 * first.
 *
 * @param size lines held
 * @param gone lines that were held once and are not any more
 */
public record LineBuffer<T>(PVector<List<T>> blocks, int size, long gone, int limit) {

    /** Small blocks are joined up to this size, so that a trickle does not make a block a line. */
    private static final int BLOCK = 64;

    /**
     * @param limit the most lines to hold, at least 1
     */
    public static <T> LineBuffer<T> of(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " must be >= 1");
        }
        return new LineBuffer<>(TreePVector.empty(), 0, 0, limit);
    }

    public LineBuffer<T> plus(List<T> lines) {
        if (lines.isEmpty()) {
            return this;
        }
        PVector<List<T>> next = blocks;
        int last = next.size() - 1;
        if (last >= 0 && next.get(last).size() + lines.size() <= BLOCK) {
            List<T> joined = new ArrayList<>(next.get(last));
            joined.addAll(lines);
            next = next.with(last, List.copyOf(joined));
        } else {
            next = next.plus(List.copyOf(lines));
        }
        int count = size + lines.size();
        long lost = gone;
        while (count > limit) {
            List<T> first = next.get(0);
            int excess = count - limit;
            if (first.size() <= excess) {
                next = next.minus(0);
                count -= first.size();
                lost += first.size();
            } else {
                next = next.with(0, List.copyOf(first.subList(excess, first.size())));
                count -= excess;
                lost += excess;
            }
        }
        return new LineBuffer<>(next, count, lost, limit);
    }

    /** The same without its newest {@code count} lines, at most all of them. */
    public LineBuffer<T> withoutNewest(int count) {
        PVector<List<T>> left = blocks;
        int more = Math.min(count, size);
        int rest = size - more;
        while (more > 0) {
            int last = left.size() - 1;
            List<T> block = left.get(last);
            left =
                    block.size() <= more
                            ? left.minus(last)
                            : left.with(last, List.copyOf(block.subList(0, block.size() - more)));
            more -= Math.min(more, block.size());
        }
        return new LineBuffer<>(left, rest, gone, limit);
    }

    /** The same with no more than its newest {@code count} lines; the others are gone. */
    public LineBuffer<T> withNewest(int count) {
        return size <= count
                ? this
                : new LineBuffer<T>(TreePVector.empty(), 0, gone + size - count, limit)
                        .plus(window(0, count));
    }

    /**
     * Up to {@code most} lines in order, the newest of them {@code fromEnd} lines before the newest
     * of all.
     */
    public List<T> window(int fromEnd, int most) {
        List<T> backwards = new ArrayList<>(Math.max(0, Math.min(most, size)));
        int skip = fromEnd;
        for (int block = blocks.size() - 1; block >= 0 && backwards.size() < most; block--) {
            List<T> lines = blocks.get(block);
            if (skip >= lines.size()) {
                skip -= lines.size();
                continue;
            }
            for (int i = lines.size() - 1 - skip; i >= 0 && backwards.size() < most; i--) {
                backwards.add(lines.get(i));
            }
            skip = 0;
        }
        return backwards.reversed();
    }

    /** All lines in order. */
    public List<T> all() {
        return window(0, size);
    }
}
