package dev.warroom.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of lines from several sources: that of the times they say, as long as they have just
 * come. The lines of one source never change places with each other, so what says no time, or an
 * earlier one than the line before, stays behind that; and what has stood for {@link #SETTLES}
 * stays where it is, so that a source whose clock is wrong moves nothing but itself.
 *
 * @param since when the oldest of the lines came that may still move, in ms since 1970
 * @param kept how many of the newest lines held may still move
 * @param shown how many of the newest lines shown may
 */
record LogOrder(long since, int kept, int shown) {

    /** Lines may change places for so long, in ms. */
    static final long SETTLES = 1_000;

    /** More lines than this are not moved again. */
    private static final int MOST = 2_000;

    static final LogOrder NONE = new LogOrder(0, 0, 0);

    /** What may still move at {@code now}, in ms since 1970. */
    LogOrder at(long now) {
        boolean settled = now - since > SETTLES || now < since || kept > MOST;
        return settled ? new LogOrder(now, 0, 0) : this;
    }

    LogOrder plus(int moreKept, int moreShown) {
        return new LogOrder(since, kept + moreKept, shown + moreShown);
    }

    /** A line and where it belongs. */
    private record Placed(long at, LogLine line) {}

    /** {@code lines} behind {@code before}, of which the last {@code loose} may move. */
    static LineBuffer<LogLine> merged(LineBuffer<LogLine> before, int loose, List<LogLine> lines) {
        List<LogLine> tail = before.window(0, Math.min(loose, before.size()));
        List<LogLine> all = new ArrayList<>(tail);
        all.addAll(lines);
        List<LogLine> sorted = sorted(all);
        int same = 0;
        while (same < tail.size() && sorted.get(same) == tail.get(same)) {
            same++;
        }
        return before.withoutNewest(tail.size() - same).plus(sorted.subList(same, sorted.size()));
    }

    private static List<LogLine> sorted(List<LogLine> lines) {
        Map<String, Long> newest = new HashMap<>();
        List<Placed> placed = new ArrayList<>(lines.size());
        long before = Long.MIN_VALUE;
        boolean ordered = true;
        for (LogLine line : lines) {
            Long own = newest.get(line.source());
            boolean timed = line.at() != LogLine.UNTIMED;
            // One that says no time, and has no line of its source before it, stays where it came.
            long at =
                    own == null
                            ? (timed ? line.at() : before)
                            : timed ? Math.max(own, line.at()) : own;
            newest.put(line.source(), at);
            placed.add(new Placed(at, line));
            ordered &= at >= before;
            before = at;
        }
        if (ordered) {
            return lines;
        }
        placed.sort(Comparator.comparingLong(Placed::at));
        return placed.stream().map(Placed::line).toList();
    }
}
