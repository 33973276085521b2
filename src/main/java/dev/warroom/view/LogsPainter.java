package dev.warroom.view;

import dev.warroom.room.LogLevel;
import dev.warroom.room.LogLine;
import dev.warroom.room.LogSource;
import dev.warroom.room.Logs;
import dev.warroom.room.Room;

import java.util.List;
import java.util.Locale;

/** The live logs. */
final class LogsPainter {

    private static final int MOST_SOURCE = 12;

    private LogsPainter() {}

    static String title(Room room) {
        Logs logs = room.logs();
        long lost =
                logs.sources().values().stream()
                        .filter(it -> it.state() == LogSource.State.LOST)
                        .count();
        StringBuilder title = new StringBuilder("2 Logs · ");
        int files = logs.sources().size();
        title.append(files).append(files == 1 ? " file" : " files");
        title.append(logs.following() ? " · following" : " · held, " + logs.fromEnd() + " newer");
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

    static void paint(Room room, Canvas inside) {
        Logs logs = room.logs();
        if (logs.shown().size() == 0) {
            nothing(room, inside);
            return;
        }
        List<LogLine> lines = logs.shown().window(logs.fromEnd(), inside.rows());
        boolean named = logs.sources().size() > 1;
        for (int i = 0; i < lines.size(); i++) {
            LogLine line = lines.get(i);
            int at = 0;
            if (named && !line.text().contains(brief(line.source()))) {
                at = inside.put(0, i, brief(line.source()), Style.MUTED, inside.columns() / 4) + 1;
            }
            boolean jumpedTo = lines.size() - 1 - i + logs.fromEnd() == logs.cursor();
            Style style = style(line.level());
            inside.put(
                    at, i, room.secrecy().masked(line.text()), jumpedTo ? style.reversed() : style);
        }
    }

    /**
     * The end of a file's name tells files of a kind apart: {@code api-2} of {@code
     * application-api-2}.
     */
    private static String brief(String source) {
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
                    "No lines yet from " + String.join(", ", room.policy().logs()),
                    Style.MUTED);
        }
        int row = 1;
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
