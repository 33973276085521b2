package dev.warroom.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the log pane holds.
 *
 * @param kept the newest lines
 * @param shown those of them that the filters let through
 * @param fromEnd how many shown lines below the window; 0 while it follows
 * @param cursor how many shown lines below the one that was jumped to; {@link #NOWHERE} without one
 * @param dropped lines that came too fast to be taken, since the room opened
 * @param past what is looked at beyond the lines held; then the window is in that
 * @param tally all lines that came, counted
 * @param order of lines that have just come
 * @param look how lines are drawn, and which are marked
 */
public record Logs(
        LineBuffer<LogLine> kept,
        LineBuffer<LogLine> shown,
        LogFilters filters,
        Optional<LogFilter> sought,
        LogSources sources,
        int fromEnd,
        int cursor,
        long dropped,
        LogPast past,
        LogTally tally,
        LogLook look,
        LogOrder order) {

    /** Lines kept for looking back. */
    public static final int LIMIT = 20_000;

    /** No line was jumped to. */
    public static final int NOWHERE = -1;

    static final Logs EMPTY =
            new Logs(
                    LineBuffer.of(LIMIT),
                    LineBuffer.of(LIMIT),
                    LogFilters.NONE,
                    Optional.empty(),
                    LogSources.NONE,
                    0,
                    NOWHERE,
                    0,
                    LogPast.NONE,
                    LogTally.EMPTY,
                    LogLook.USUAL,
                    LogOrder.NONE);

    /** What lines may be chosen by. */
    @FunctionalInterface
    interface Choice {
        boolean fits(LogLine line) throws LogFilter.Unusable;
    }

    public boolean following() {
        return fromEnd == 0 && past.stretch().isEmpty();
    }

    /** Whether the files hold lines before those that are there. */
    public boolean goesBack() {
        return LookingBack.further(this);
    }

    /** Fewer rows have no room for the histogram. */
    private static final int LEAST_ROWS = 8;

    /** How many of a pane's rows show lines; where it is not all, the last shows the histogram. */
    public int rows(int inside) {
        return inside >= LEAST_ROWS && !tally.spans().isEmpty() ? inside - 1 : inside;
    }

    /** The lines that the window is in. */
    public LineBuffer<LogLine> inSight() {
        return past.stretch()
                .map(it -> LineBuffer.<LogLine>of(LIMIT).plus(it.lines()))
                .orElse(shown);
    }

    /** Whether events of several lines take one row: not where lines are picked one by one. */
    public boolean folded() {
        return look.folded() && filters.in().isEmpty();
    }

    /** How many kept lines the filters hide. */
    public int hidden() {
        return kept.size() - shown.size();
    }

    /**
     * What takes a row each, the newest first.
     *
     * @param below how many lines stand below the window
     */
    public List<LogFolds.Row> window(int below, int rows) {
        if (folded()) {
            return new LogFolds(inSight()).above(below, rows, cursor);
        }
        List<LogLine> lines = inSight().window(below, rows);
        List<LogFolds.Row> all = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            all.add(new LogFolds.Row(lines.get(i), lines.size() - 1 - i + below, 0));
        }
        return all;
    }

    /** The line that was jumped to, or else the lowest of the window. */
    public Optional<LogLine> meant() {
        return inSight().window(cursor == NOWHERE ? fromEnd : cursor, 1).stream().findFirst();
    }

    /** The line that is meant, and those that go on with it. */
    List<LogLine> event() {
        int last = cursor == NOWHERE ? fromEnd : cursor;
        LineBuffer<LogLine> lines = inSight();
        List<LogLine> event = new ArrayList<>(lines.window(last, 1));
        for (int next = last - 1; next >= 0; next--) {
            LogLine line = lines.window(next, 1).getFirst();
            if (!line.continues() || !line.source().equals(event.getFirst().source())) {
                break;
            }
            event.add(line);
        }
        return event;
    }

    /**
     * @throws LogFilter.Unusable if a filter fails on one of the lines
     */
    Logs arrived(List<LogLine> lines, long lost, Instant now) throws LogFilter.Unusable {
        List<LogLine> fresh = through(filters, lines);
        // What a person looks at does not move.
        boolean still = fromEnd > 0 || cursor != NOWHERE;
        LogOrder loose = still ? LogOrder.NONE : order.at(now.toEpochMilli());
        LineBuffer<LogLine> all = LogOrder.merged(shown, loose.shown(), fresh);
        boolean away = past.stretch().isPresent();
        int more = away ? 0 : fresh.size();
        int place = fromEnd == 0 ? 0 : Math.min(fromEnd + more, LIMIT - 1);
        boolean gone = cursor == NOWHERE || !away && cursor + more >= all.size();
        return new Logs(
                LogOrder.merged(kept, loose.kept(), lines),
                all,
                filters,
                sought,
                sources,
                place,
                gone ? NOWHERE : cursor + more,
                dropped + lost,
                past,
                tally,
                look,
                loose.plus(lines.size(), fresh.size()));
    }

    /**
     * @throws LogFilter.Unusable if a filter fails on one of the lines
     */
    Logs filtered(LogFilters next) throws LogFilter.Unusable {
        LineBuffer<LogLine> found =
                next.none() ? kept : LineBuffer.<LogLine>of(LIMIT).plus(through(next, kept.all()));
        return shownAs(found, next);
    }

    Logs unfiltered() {
        return shownAs(kept, LogFilters.NONE);
    }

    /** With other lines in sight, back at the newest of them. */
    private Logs shownAs(LineBuffer<LogLine> found, LogFilters by) {
        return new Logs(
                kept,
                found,
                by,
                sought,
                sources,
                0,
                NOWHERE,
                dropped,
                past.left(),
                tally,
                look,
                LogOrder.NONE);
    }

    Logs source(LogSource source) {
        return with(sources.plus(source));
    }

    Logs seeking(LogFilter words) {
        return new Logs(
                kept,
                shown,
                filters,
                Optional.of(words),
                sources,
                fromEnd,
                cursor,
                dropped,
                past,
                tally,
                look,
                order);
    }

    /**
     * @param rows of the pane: the oldest lines fill it
     */
    Logs scrolled(int lines, int rows) {
        int place;
        if (folded()) {
            LogFolds folds = new LogFolds(inSight());
            int moved = lines > 0 ? folds.up(fromEnd, lines) : folds.down(fromEnd, -lines);
            place = Math.min(moved, folds.top(Math.max(1, rows)));
        } else {
            int most = Math.max(0, inSight().size() - Math.max(1, rows));
            place = Math.clamp((long) fromEnd + lines, 0, most);
        }
        return at(place, place == 0 && lines < 0 ? NOWHERE : cursor);
    }

    /** It stays where it is, whatever arrives. */
    Logs held() {
        return at(Math.min(1, Math.max(0, inSight().size() - 1)), cursor);
    }

    /**
     * Goes to the next line that fits.
     *
     * @param newer whether below the line that is meant, or above it
     * @param rows of the pane, in the middle of which the line is shown
     * @return empty where no such line is held
     * @throws LogFilter.Unusable if the choice cannot be made
     */
    Optional<Logs> jumped(boolean newer, Choice choice, int rows) throws LogFilter.Unusable {
        List<LogLine> lines = inSight().all();
        int below = cursor == NOWHERE ? fromEnd - (newer ? 0 : 1) : cursor;
        int step = newer ? 1 : -1;
        for (int i = lines.size() - 1 - below + step; i >= 0 && i < lines.size(); i += step) {
            if (choice.fits(lines.get(i))) {
                return Optional.of(shownAt(lines.size() - 1 - i, rows));
            }
        }
        return Optional.empty();
    }

    /** The first line held that fits; empty where none does. */
    Optional<Logs> jumpedToFirst(Choice choice, int rows) throws LogFilter.Unusable {
        List<LogLine> lines = inSight().all();
        for (int i = 0; i < lines.size(); i++) {
            if (choice.fits(lines.get(i))) {
                return Optional.of(shownAt(lines.size() - 1 - i, rows));
            }
        }
        return Optional.empty();
    }

    private Logs shownAt(int line, int rows) {
        boolean inWindow = line > 0 && line >= fromEnd && line < fromEnd + rows && fromEnd > 0;
        int most = Math.max(0, inSight().size() - Math.max(1, rows));
        int place = inWindow ? fromEnd : Math.clamp((long) line - rows / 2, 0, most);
        // Held even near the end, or else what arrives would take the line away at once.
        int held = place == 0 && line > 0 && most > 0 ? 1 : place;
        return at(held, line);
    }

    Logs with(LogSources next) {
        return new Logs(
                kept, shown, filters, sought, next, fromEnd, cursor, dropped, past, tally, look,
                order);
    }

    Logs with(LogPast next) {
        return new Logs(
                kept, shown, filters, sought, sources, fromEnd, cursor, dropped, next, tally, look,
                order);
    }

    Logs with(LogTally next) {
        return new Logs(
                kept, shown, filters, sought, sources, fromEnd, cursor, dropped, past, next, look,
                order);
    }

    Logs with(LogLook next) {
        return new Logs(
                kept, shown, filters, sought, sources, fromEnd, cursor, dropped, past, tally, next,
                order);
    }

    /** Back at the newest lines, following. */
    Logs live() {
        return with(past.left()).at(0, NOWHERE);
    }

    /** What was searched for is in the middle of the window. */
    Logs found(Signal.LogRead read, int rows) {
        int below = Math.max(0, read.stretch().linesFrom(read.at()) - 1);
        return with(past.at(read.stretch())).at(0, NOWHERE).shownAt(below, rows);
    }

    /** Goes on with what is looked at, above it or below, or else looks at it instead. */
    Logs read(Signal.LogRead read, int rows) {
        Stretch next = read.stretch();
        Optional<Stretch> before = past.stretch();
        if (before.isPresent() && next.before(before.get())) {
            Stretch joined = LogPast.joinedAbove(next, before.get());
            int all = next.lines().size() + before.get().lines().size();
            int cut = all - joined.lines().size();
            int line = cursor == NOWHERE || cursor < cut ? NOWHERE : cursor - cut;
            return with(past.at(joined))
                    .at(Math.max(0, fromEnd - cut), line)
                    .scrolled(past.by(), rows);
        }
        if (before.isPresent() && before.get().before(next)) {
            Stretch joined = LogPast.joinedBelow(before.get(), next);
            int more = next.lines().size();
            int line = cursor == NOWHERE ? NOWHERE : cursor + more;
            boolean held = line < joined.lines().size();
            return with(past.at(joined))
                    .at(fromEnd + more, held ? line : NOWHERE)
                    .scrolled(-1, rows);
        }
        int place = next.linesFrom(read.at()) + past.by() - rows;
        return with(past.at(next)).at(Math.max(0, place), NOWHERE).scrolled(0, rows);
    }

    Logs at(int place, int line) {
        return new Logs(
                kept, shown, filters, sought, sources, place, line, dropped, past, tally, look,
                order);
    }

    private static List<LogLine> through(LogFilters filters, List<LogLine> lines)
            throws LogFilter.Unusable {
        if (filters.none()) {
            return lines;
        }
        List<LogLine> found = new ArrayList<>();
        LogFilter.Patience patience = new LogFilter.Patience(lines.size());
        for (LogLine line : lines) {
            if (filters.lets(line, patience)) {
                found.add(line);
            }
        }
        return found;
    }
}
