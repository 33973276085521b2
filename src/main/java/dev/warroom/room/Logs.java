package dev.warroom.room;

import org.pcollections.PMap;
import org.pcollections.TreePMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the log pane holds.
 *
 * @param kept the newest lines
 * @param shown those of them that the filter lets through
 * @param fromEnd how many shown lines below the window; 0 while it follows
 * @param dropped lines that came too fast to be taken, since the room opened
 */
public record Logs(
        LineBuffer<LogLine> kept,
        LineBuffer<LogLine> shown,
        Optional<LogFilter> filter,
        PMap<String, LogSource> sources,
        int fromEnd,
        long dropped) {

    /** Lines kept for looking back. */
    public static final int LIMIT = 20_000;

    static final Logs EMPTY =
            new Logs(
                    LineBuffer.of(LIMIT),
                    LineBuffer.of(LIMIT),
                    Optional.empty(),
                    TreePMap.empty(),
                    0,
                    0);

    public boolean following() {
        return fromEnd == 0;
    }

    /** How many kept lines the filter hides. */
    public int hidden() {
        return kept.size() - shown.size();
    }

    /**
     * @throws LogFilter.Unusable if the filter fails on one of the lines
     */
    Logs arrived(List<LogLine> lines, long lost) throws LogFilter.Unusable {
        List<LogLine> fresh = through(filter, lines);
        int place = fromEnd == 0 ? 0 : Math.min(fromEnd + fresh.size(), LIMIT - 1);
        return new Logs(
                kept.plus(lines), shown.plus(fresh), filter, sources, place, dropped + lost);
    }

    /**
     * @throws LogFilter.Unusable if the filter fails on one of the lines
     */
    Logs filtered(Optional<LogFilter> next) throws LogFilter.Unusable {
        LineBuffer<LogLine> found =
                next.isEmpty()
                        ? kept
                        : LineBuffer.<LogLine>of(LIMIT).plus(through(next, kept.all()));
        return new Logs(kept, found, next, sources, 0, dropped);
    }

    Logs unfiltered() {
        return new Logs(kept, kept, Optional.empty(), sources, 0, dropped);
    }

    Logs source(LogSource source) {
        return new Logs(kept, shown, filter, sources.plus(source.name(), source), fromEnd, dropped);
    }

    /**
     * @param rows of the pane: the oldest lines fill it
     */
    Logs scrolled(int lines, int rows) {
        int most = Math.max(0, shown.size() - Math.max(1, rows));
        return new Logs(
                kept, shown, filter, sources, Math.clamp((long) fromEnd + lines, 0, most), dropped);
    }

    /** It stays where it is, whatever arrives. */
    Logs held() {
        return new Logs(
                kept, shown, filter, sources, Math.min(1, Math.max(0, shown.size() - 1)), dropped);
    }

    private static List<LogLine> through(Optional<LogFilter> filter, List<LogLine> lines)
            throws LogFilter.Unusable {
        if (filter.isEmpty()) {
            return lines;
        }
        List<LogLine> found = new ArrayList<>();
        LogFilter.Patience patience = new LogFilter.Patience(lines.size());
        for (LogLine line : lines) {
            if (filter.get().lets(line, patience)) {
                found.add(line);
            }
        }
        return found;
    }
}
