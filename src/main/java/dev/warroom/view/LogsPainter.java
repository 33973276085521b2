package dev.warroom.view;

import dev.warroom.policy.ListedLog;
import dev.warroom.room.LogFolds;
import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;
import dev.warroom.room.Logs;
import dev.warroom.room.Room;
import dev.warroom.room.Size;
import dev.warroom.room.Stretch;
import dev.warroom.text.Counted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The live logs. */
final class LogsPainter {

    private static final int MOST_SOURCE = 12;
    private static final String MARK = "◆";

    private LogsPainter() {}

    static String title(Room room) {
        Logs logs = room.logs();
        long lost = logs.sources().lost();
        StringBuilder title = new StringBuilder("2 Logs · ");
        String each = logs.sources().onlyFiles() ? "file" : "source";
        title.append(Counted.of(logs.sources().size(), each));
        title.append(logs.past().stretch().map(it -> past(logs, it)).orElseGet(() -> place(logs)));
        if (!logs.filters().none()) {
            title.append(" · ").append(logs.filters().words());
            title.append(String.format(Locale.ROOT, " hides %,d", logs.hidden()));
        }
        if (lost > 0) {
            title.append(" · ").append(lost).append(" LOST");
        }
        if (logs.dropped() > 0) {
            title.append(String.format(Locale.ROOT, " · %,d dropped", logs.dropped()));
        }
        return title.toString();
    }

    private static String place(Logs logs) {
        return logs.following() ? " · following" : " · held, " + logs.fromEnd() + " newer";
    }

    /** Which part of a file it is, by the line that is meant. */
    private static String past(Logs logs, Stretch stretch) {
        long at = logs.meant().map(LogLine::offset).orElse(stretch.from());
        long percent = stretch.size() == 0 ? 100 : 100 * Math.max(0, at) / stretch.size();
        return " · "
                + stretch.source()
                + " at "
                + percent
                + " % of "
                + Size.words(stretch.size())
                + " · = newest";
    }

    static void paint(Room room, Canvas inside) {
        Logs logs = room.logs();
        if (logs.inSight().size() == 0) {
            nothing(room, inside);
            return;
        }
        int rows = logs.rows(inside.rows());
        if (rows < inside.rows()) {
            LogHistogram.paint(room, inside, rows);
        }
        List<Row> drawn = drawn(room, logs.fromEnd(), rows, inside.columns());
        boolean broken = logs.look().wrapped() && logs.cursor() >= logs.fromEnd();
        if (broken && drawn.stream().limit(rows).noneMatch(it -> it.style().reverse())) {
            // The lines below it fill the pane.
            drawn = drawn(room, lowest(room, rows, inside.columns()), rows, inside.columns());
        }
        int top = Math.min(rows, drawn.size()) - 1;
        for (int i = top; i >= 0; i--) {
            Row row = drawn.get(i);
            int at = row.before().isEmpty() ? 0 : row.indent();
            inside.put(0, top - i, row.before(), Style.MUTED, Math.max(0, at - 1));
            int kept = row.after().isEmpty() ? 0 : row.after().length() + 1;
            inside.put(at, top - i, row.text(), row.style(), inside.columns() - kept);
            if (kept > 0) {
                inside.putRight(inside.columns(), top - i, row.after(), Style.MUTED);
            }
        }
        if (top + 1 < rows) {
            further(logs, inside, top + 1);
        }
    }

    /**
     * Few lines that fit are not all that there are: only those that are held were looked at.
     * Returns the row below.
     */
    private static int further(Logs logs, Canvas inside, int row) {
        if (logs.filters().none() || !logs.goesBack()) {
            return row;
        }
        inside.put(1, row, "PgUp looks for older ones in the files.", Style.MUTED);
        return row + 1;
    }

    /**
     * The lowest line with which the one that was jumped to still is in sight, broken as they are.
     */
    private static int lowest(Room room, int rows, int columns) {
        Logs logs = room.logs();
        List<LogFolds.Row> window = logs.window(logs.fromEnd(), rows);
        int lowest = logs.cursor();
        int left = rows;
        int from = window.size() - 1;
        while (from >= 0 && window.get(from).fromEnd() != logs.cursor()) {
            from--;
        }
        for (int i = from; i >= 0; i--) {
            LogFolds.Row each = window.get(i);
            left -= row(room, each, style(each.line().level()), columns).wrapped(columns).size();
            if (left < 0) {
                break;
            }
            lowest = each.fromEnd();
        }
        return lowest;
    }

    /** From below, at least so many as there are rows, if there are. */
    private static List<Row> drawn(Room room, int fromEnd, int rows, int columns) {
        Logs logs = room.logs();
        List<Row> drawn = new ArrayList<>();
        for (LogFolds.Row each : logs.window(fromEnd, rows)) {
            if (drawn.size() >= rows) {
                break;
            }
            Style style = style(each.line().level());
            boolean jumpedTo = each.fromEnd() == logs.cursor();
            Row row = row(room, each, jumpedTo ? style.reversed() : style, columns);
            drawn.addAll(logs.look().wrapped() ? row.wrapped(columns).reversed() : List.of(row));
        }
        return drawn;
    }

    /**
     * A line, or a part of one.
     *
     * @param before the mark and the source; empty where neither is shown
     * @param indent where the text begins
     * @param after at the right edge; empty for nothing
     */
    private record Row(String before, int indent, String text, String after, Style style) {

        List<Row> wrapped(int columns) {
            List<Row> rows = new ArrayList<>();
            String whole = after.isEmpty() ? text : text + " " + after;
            for (String part : Wrapped.of(whole, Math.max(10, columns - indent))) {
                String first = rows.isEmpty() ? before : indent > 0 ? " " : "";
                rows.add(new Row(first, indent, part, "", style));
            }
            return rows;
        }
    }

    private static Row row(Room room, LogFolds.Row shown, Style style, int columns) {
        LogLine line = shown.line();
        Logs logs = room.logs();
        String text = room.secrecy().masked(line.text());
        String mark = logs.look().marks().contains(line) ? MARK : "";
        boolean named = logs.sources().size() > 1 && !text.contains(brief(line.source()));
        String before = mark + (named ? brief(line.source()) : "");
        int indent = before.isEmpty() ? 0 : Math.min(CellWidth.of(before), columns / 4) + 1;
        String after = shown.folded() == 0 ? "" : "+" + shown.folded() + " lines";
        return new Row(before, indent, text, after, style);
    }

    /**
     * The end of a file's name tells files of a kind apart: {@code api-2} of {@code
     * application-api-2}.
     */
    private static String brief(String source) {
        int colon = source.indexOf(':');
        if (colon > 0 && source.length() > MOST_SOURCE) {
            return source.substring(0, colon + 1) + brief(source.substring(colon + 1));
        }
        String end = source;
        while (end.length() > MOST_SOURCE) {
            int cut = end.indexOf('-') < 0 ? end.indexOf('.') : end.indexOf('-');
            if (cut < 0 || cut == end.length() - 1) {
                return end;
            }
            end = end.substring(cut + 1);
        }
        return end;
    }

    private static void nothing(Room room, Canvas inside) {
        Logs logs = room.logs();
        if (!logs.filters().none() && logs.kept().size() > 0) {
            inside.put(
                    1,
                    0,
                    "Every line is hidden. f, or F, and an empty line show them again.",
                    Style.MUTED);
        } else if (room.policy().logs().isEmpty()) {
            inside.put(
                    1, 0, "No logs are named in warroom.yaml (logs: [logs/*.log]).", Style.MUTED);
        } else {
            inside.put(
                    1,
                    0,
                    "No lines yet from "
                            + room.policy().logs().stream()
                                    .map(ListedLog::place)
                                    .collect(Collectors.joining(", ")),
                    Style.MUTED);
        }
        int row = further(logs, inside, 1);
        for (LogSource source : logs.sources().values()) {
            if (source.state() == LogSource.State.LOST) {
                inside.put(1, row++, source.name() + ": lost: " + source.detail(), Style.BAD);
            }
        }
    }

    private static Style style(LogLevel level) {
        return switch (level) {
            case NONE, INFO, NOTICE -> Style.PLAIN;
            case TRACE, DEBUG -> Style.MUTED;
            case WARNING -> Style.WARNING;
            case ERROR -> Style.BAD;
            case CRITICAL -> Style.BAD_BOLD;
        };
    }
}
