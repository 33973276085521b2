package dev.warroom.room;

import dev.warroom.layout.Pane;
import dev.warroom.text.Counted;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Looking at log files, and through them, beyond the lines that are held. */
final class LookingBack {

    /** Lines read at a time. */
    private static final int PAGE = 400;

    private LookingBack() {}

    /**
     * Moves the window down by {@code lines}, or up, or by one line the line that was jumped to;
     * reads on where what is there ends.
     */
    static Next moved(Room room, int lines) {
        Logs logs = room.logs();
        Optional<Stretch> stretch = logs.past().stretch();
        int rows = rows(room);
        if (stretch.isPresent() && lines >= Moving.FAR) {
            return Next.of(room.with(logs.live()));
        }
        Optional<Logs> stepped =
                Math.abs(lines) == 1 ? LogCursor.stepped(logs, lines > 0, rows) : Optional.empty();
        if (stepped.isPresent()) {
            return Next.of(room.with(stepped.get()));
        }
        Logs next = LogCursor.within(logs.scrolled(-lines, rows), rows);
        Room moved = room.with(next);
        boolean whole = Math.abs((long) next.fromEnd() - logs.fromEnd()) >= Math.abs(lines);
        if (whole || next.past().waiting()) {
            return Next.of(moved);
        }
        if (lines < 0) {
            return above(moved, -lines, rows);
        }
        if (stretch.isEmpty()) {
            return Next.of(moved);
        }
        boolean end = stretch.get().to() >= stretch.get().size();
        return end
                ? Next.of(room.with(logs.live()))
                : read(moved, stretch.get().source(), stretch.get().to(), 0, PAGE, 0);
    }

    private static Next above(Room room, int lines, int rows) {
        Optional<LogPlace> first = first(room.logs());
        if (first.isEmpty() || first.get().offset() == 0) {
            return Next.of(room);
        }
        String source = first.get().source();
        if (lines >= Moving.FAR) {
            return read(room, source, 0, 0, PAGE, 0);
        }
        boolean inFile = room.logs().past().stretch().isPresent();
        int below = inFile ? 0 : rows;
        return read(room, source, first.get().offset(), PAGE, below, Math.min(lines, rows));
    }

    /** Where what is looked at begins. */
    private static Optional<LogPlace> first(Logs logs) {
        Optional<Stretch> stretch = logs.past().stretch();
        if (stretch.isPresent()) {
            return stretch.map(it -> new LogPlace(it.source(), it.from()));
        }
        for (LogLine line : logs.kept().all()) {
            if (line.offset() >= 0 && looked(logs, line.source())) {
                return Optional.of(new LogPlace(line.source(), line.offset()));
            }
        }
        return Optional.empty();
    }

    /** Looks at a place in a file, its line on top. */
    static Next at(Room room, LogPlace place) {
        return read(room, place.source(), place.offset(), 0, PAGE, 0);
    }

    /** Looks at a place again. */
    static Next to(Room room, LogPlace place) {
        int rows = rows(room);
        // The line is the lowest of the window, as it was.
        return read(room, place.source(), place.offset(), PAGE, PAGE, Math.max(0, rows - 1));
    }

    private static Next read(Room room, String source, long offset, int before, int after, int by) {
        Logs logs = room.logs();
        LogPast past = logs.past().asking(false, by);
        return Next.of(
                room.with(logs.with(past)),
                new Effect.ReadLog(
                        past.ticket(),
                        new LogPlace(source, offset),
                        before,
                        after,
                        logs.filters()));
    }

    /** Looks for {@code what} in the files, from where the lines that are there end. */
    static Next search(Room room, boolean newer, LogSought what) {
        Logs logs = room.logs();
        List<LogPlace> from = starts(logs, newer);
        if (from.isEmpty()) {
            String where = newer ? "newer " : "older ";
            String lines = " among the " + logs.inSight().size() + " lines shown";
            String hidden = logs.hidden() > 0 ? ", " + logs.hidden() + " are hidden" : "";
            return Next.of(
                    room.with(Notice.plain("No " + where + what.words() + lines + hidden + ".")));
        }
        LogPast past = logs.past().asking(true, 0);
        return Next.of(
                room.with(logs.with(past)).with(Notice.plain("Searching " + files(from) + " …")),
                new Effect.SearchLog(past.ticket(), from, newer, what, logs.filters()));
    }

    /** Whether the files hold older lines than the held ones. */
    static boolean further(Logs logs) {
        return !starts(logs, false).isEmpty();
    }

    private static String files(List<LogPlace> from) {
        return from.size() == 1 ? from.getFirst().source() : Counted.of(from.size(), "file");
    }

    /** Where one source alone is shown, the others are not looked at. */
    private static boolean looked(Logs logs, String source) {
        return logs.filters().source().map(source::equals).orElse(true);
    }

    /** The file of the line that is meant comes first. */
    private static List<LogPlace> starts(Logs logs, boolean newer) {
        Optional<Stretch> stretch = logs.past().stretch();
        if (stretch.isPresent()) {
            LogPlace end = new LogPlace(stretch.get().source(), stretch.get().to());
            LogPlace begin = new LogPlace(stretch.get().source(), stretch.get().from());
            boolean more = newer ? end.offset() < stretch.get().size() : begin.offset() > 0;
            return more ? List.of(newer ? end : begin) : List.of();
        }
        if (newer) {
            return List.of();
        }
        Set<String> sources = new LinkedHashSet<>();
        logs.meant().ifPresent(it -> sources.add(it.source()));
        logs.kept().all().forEach(it -> sources.add(it.source()));
        sources.removeIf(it -> !looked(logs, it));
        List<LogPlace> starts = new ArrayList<>();
        for (String source : sources) {
            logs.kept().all().stream()
                    .filter(it -> it.source().equals(source) && it.offset() >= 0)
                    .findFirst()
                    .filter(it -> it.offset() > 0)
                    .ifPresent(it -> starts.add(new LogPlace(source, it.offset())));
        }
        return starts;
    }

    /** The search that is going on is given up. */
    static Next stop(Room room) {
        return Next.of(
                room.with(room.logs().with(room.logs().past().left(room.logs().past().stretch())))
                        .with(Notice.plain("The search was stopped.")),
                new Effect.StopLogSearch());
    }

    /** What was asked for has come. */
    static Next read(Room room, Signal.LogRead read) {
        LogPast past = room.logs().past();
        if (read.ticket() != past.ticket()) {
            return Next.of(room);
        }
        int rows = rows(room);
        Room next = past.searching() ? room.with(Notice.NONE) : room;
        return Next.of(
                next.with(
                        read.found()
                                ? room.logs().found(read, rows)
                                : room.logs().read(read, rows)));
    }

    static Next went(Room room, Signal.LogSearchWent went) {
        boolean current = went.ticket() == room.logs().past().ticket();
        if (!current) {
            return Next.of(room);
        }
        String words =
                String.format(
                        Locale.ROOT,
                        "Searching %s: %d %%, %s left. Esc stops it.",
                        went.source(),
                        went.percent(),
                        Size.words(went.left()));
        return Next.of(room.with(Notice.plain(words)));
    }

    static Next ended(Room room, Signal.LogSearchEnded ended) {
        Logs logs = room.logs();
        return ended.ticket() == logs.past().ticket()
                ? Next.of(
                        room.with(logs.with(logs.past().answered()))
                                .with(Notice.plain(ended.why())))
                : Next.of(room);
    }

    static int rows(Room room) {
        Screen screen = room.screen();
        // Where the pane is not seen now, as many as it has alone.
        int inside =
                screen.arrangement()
                        .place(Pane.LOGS)
                        .map(it -> it.inset(1).rows())
                        .orElse(screen.rows() - Screen.CHROME - 2);
        return Math.max(1, room.logs().rows(inside));
    }
}
