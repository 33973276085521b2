package dev.warroom.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of the log files is looked at, or looked for, beyond the lines that are held.
 *
 * @param stretch what is looked at; empty while the newest lines are
 * @param ticket of what was asked last; answers to anything else come too late
 * @param waiting whether its answer has not come
 * @param searching whether it is a search, which may take long
 * @param by how many lines above the place that was asked for the window begins
 */
public record LogPast(
        Optional<Stretch> stretch, int ticket, boolean waiting, boolean searching, int by) {

    /** Lines kept of the stretch; of a longer one, those far from where it grows go. */
    static final int MOST_LINES = 4_000;

    static final LogPast NONE = new LogPast(Optional.empty(), 0, false, false, 0);

    LogPast asking(boolean search, int above) {
        return new LogPast(stretch, ticket + 1, true, search, above);
    }

    LogPast answered() {
        return new LogPast(stretch, ticket, false, false, by);
    }

    /** The newest lines are looked at again; what was asked for is not wanted any more. */
    LogPast left() {
        return left(Optional.empty());
    }

    /** What was asked for is not wanted any more; {@code kept} is looked at on. */
    LogPast left(Optional<Stretch> kept) {
        return new LogPast(kept, ticket + 1, false, false, 0);
    }

    LogPast at(Stretch next) {
        return new LogPast(Optional.of(next), ticket, false, false, by);
    }

    /** {@code above}, and {@code below} behind it; the end of that goes where it is too long. */
    static Stretch joinedAbove(Stretch above, Stretch below) {
        List<LogLine> lines = new ArrayList<>(above.lines());
        lines.addAll(below.lines());
        if (lines.size() <= MOST_LINES) {
            return new Stretch(below.source(), above.from(), below.to(), below.size(), lines);
        }
        long to = lines.get(MOST_LINES).offset();
        List<LogLine> kept = lines.subList(0, MOST_LINES);
        return new Stretch(below.source(), above.from(), to, below.size(), kept);
    }

    /** The same, but its beginning goes. */
    static Stretch joinedBelow(Stretch above, Stretch below) {
        List<LogLine> lines = new ArrayList<>(above.lines());
        lines.addAll(below.lines());
        int excess = Math.max(0, lines.size() - MOST_LINES);
        long from = excess == 0 ? above.from() : lines.get(excess).offset();
        List<LogLine> kept = lines.subList(excess, lines.size());
        return new Stretch(below.source(), from, below.to(), below.size(), kept);
    }
}
