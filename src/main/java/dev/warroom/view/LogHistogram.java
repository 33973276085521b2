package dev.warroom.view;

import dev.warroom.room.LogTally;
import dev.warroom.room.Room;
import dev.warroom.text.Counted;

import java.util.ArrayList;
import java.util.List;

/** The log lines of the last hour over time, in the colour of the gravest among them. */
final class LogHistogram {

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final long MINUTE = 60_000;

    private LogHistogram() {}

    /** Draws it in one row. */
    static void paint(Room room, Canvas inside, int row) {
        LogTally tally = room.logs().tally();
        long now = room.now().toEpochMilli();
        String rate = rate(tally, now);
        int columns = Math.max(0, inside.columns() - rate.length() - 2);
        List<LogTally.Span> bars = bars(tally, now, columns);
        int most = bars.stream().mapToInt(LogTally.Span::lines).max().orElse(0);
        int at = columns - bars.size();
        for (LogTally.Span bar : bars) {
            if (bar.lines() > 0) {
                int height = (int) ((long) (BARS.length() - 1) * bar.lines() / most);
                String glyph = BARS.substring(height, height + 1);
                inside.put(at, row, glyph, style(bar));
            }
            at++;
        }
        inside.putRight(inside.columns(), row, rate, Style.MUTED);
    }

    private static Style style(LogTally.Span bar) {
        return bar.errors() > 0 ? Style.BAD : bar.warnings() > 0 ? Style.WARNING : Style.MUTED;
    }

    /** Of the last whole minute, so that it does not flicker. */
    private static String rate(LogTally tally, long now) {
        long end = now / LogTally.SPAN_MILLIS * LogTally.SPAN_MILLIS;
        LogTally.Span minute = tally.sum(end - MINUTE, end);
        return Counted.of(minute.lines() / 60, "line")
                + "/s "
                + Counted.of(minute.errors(), "error")
                + "/min "
                + Counted.of(minute.warnings(), "warning")
                + "/min";
    }

    /** As many spans to a column as it takes for all of them to fit; the newest on the right. */
    private static List<LogTally.Span> bars(LogTally tally, long now, int columns) {
        if (columns == 0) {
            return List.of();
        }
        int each = (LogTally.MOST_SPANS + columns - 1) / columns;
        long width = each * LogTally.SPAN_MILLIS;
        long end = (now / width + 1) * width;
        List<LogTally.Span> bars = new ArrayList<>();
        for (int i = Math.min(columns, LogTally.MOST_SPANS / each) - 1; i >= 0; i--) {
            bars.add(tally.sum(end - (i + 1) * width, end - i * width));
        }
        return bars;
    }
}
