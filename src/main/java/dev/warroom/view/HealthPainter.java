package dev.warroom.view;

import dev.warroom.incident.DurationWords;
import dev.warroom.policy.Probe;
import dev.warroom.room.HealthBoard;
import dev.warroom.room.Reading;
import dev.warroom.room.Reading.Health;
import dev.warroom.room.Room;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The probes: state, latency, age, and how it went. */
final class HealthPainter {

    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int MOST_NAME = 18;
    private static final int LEAST_DETAIL = 20;
    private static final int LATENCY = 8;
    private static final int LASTING = 11;
    private static final int LEAST_SPARK = 6;
    private static final int MOST_SPARK = 16;

    private HealthPainter() {}

    static String title(Room room) {
        HealthBoard board = room.health();
        if (board.probes().isEmpty()) {
            return "3 Health";
        }
        StringBuilder title = new StringBuilder("3 Health");
        count(title, board.count(Health.CRITICAL), "critical");
        count(title, board.count(Health.WARNING), "warning");
        count(title, board.count(Health.UNKNOWN), "unknown");
        count(title, board.count(Health.OK), "ok");
        return title.toString();
    }

    private static void count(StringBuilder title, long many, String words) {
        if (many > 0) {
            title.append(" · ").append(many).append(' ').append(words);
        }
    }

    static void paint(Room room, Canvas inside) {
        HealthBoard board = room.health();
        List<Probe> probes = board.probes();
        if (probes.isEmpty()) {
            inside.put(1, 0, "No probes are named in warroom.yaml.", Style.MUTED);
            return;
        }
        int name =
                Math.min(
                        MOST_NAME,
                        probes.stream().mapToInt(it -> CellWidth.of(it.name())).max().orElse(1));
        int from =
                Math.clamp(
                        board.cursor() - inside.rows() + 1,
                        0,
                        Math.max(0, probes.size() - inside.rows()));
        for (int i = 0; i < inside.rows() && from + i < probes.size(); i++) {
            Probe probe = probes.get(from + i);
            Optional<HealthBoard.History> history = board.history(probe);
            if (history.isEmpty()) {
                inside.put(1, i, "· " + probe.name(), Style.MUTED, 3 + name);
                inside.put(4 + name, i, "asking", Style.MUTED);
            } else {
                row(room, inside, i, probe, history.get(), name);
            }
        }
        ChecklistPainter.more(inside, from, probes.size());
    }

    private static void row(
            Room room, Canvas inside, int at, Probe probe, HealthBoard.History history, int name) {
        Reading last = history.last();
        boolean stale = room.health().stale(probe, room.now());
        Style style = stale ? Style.WARNING : style(last.health());
        inside.put(
                1, at, (stale ? "?" : symbol(last.health())) + " " + probe.name(), style, 3 + name);
        int end = inside.columns() - 1;
        String age = (stale ? "stale " : "") + Times.age(Duration.between(last.at(), room.now()));
        int begin = inside.putRight(end, at, age, stale ? Style.WARNING : Style.MUTED);
        end = Math.min(begin, end - 7) - 2;
        int free = end - name - 4;
        if (free > LEAST_DETAIL + LATENCY) {
            free -= LATENCY;
            int detailEnd = end - LATENCY;
            int latencyEnd = end;
            if (free > LEAST_DETAIL + LASTING) {
                String length = "for " + Times.age(Duration.between(history.since(), room.now()));
                inside.putRight(end, at, length, last.health() == Health.OK ? Style.MUTED : style);
                free -= LASTING;
                latencyEnd -= LASTING;
                detailEnd -= LASTING;
            }
            int cells = Math.min(MOST_SPARK, free - LEAST_DETAIL - 2);
            if (cells >= LEAST_SPARK) {
                inside.putRight(latencyEnd, at, spark(history, cells), style);
                latencyEnd -= cells + 2;
                detailEnd -= cells + 2;
            }
            inside.putRight(latencyEnd, at, DurationWords.of(last.took()), Style.PLAIN);
            end = detailEnd;
        }
        inside.put(4 + name, at, detail(last), style, end - 1);
    }

    /** What plugins put before their words is what the symbol says already. */
    private static String detail(Reading reading) {
        String state = reading.health().name();
        String detail = reading.detail();
        String brief =
                detail.startsWith(state)
                        ? detail.substring(state.length()).replaceFirst("^[ :-]+", "")
                        : detail;
        return brief.isEmpty() ? word(reading.health()) : brief;
    }

    /** The latencies of the newest readings, the longest of them as a full bar. */
    private static String spark(HealthBoard.History history, int cells) {
        List<Reading> all = history.readings();
        List<Reading> newest = all.subList(Math.max(0, all.size() - cells), all.size());
        long most =
                Math.max(1, newest.stream().mapToLong(it -> it.took().toNanos()).max().orElse(1));
        StringBuilder spark = new StringBuilder();
        for (Reading reading : newest) {
            int height = (int) (reading.took().toNanos() * (BARS.length() - 1) / most);
            spark.append(BARS.charAt(Math.clamp(height, 0, BARS.length() - 1)));
        }
        return spark.toString();
    }

    private static String word(Health health) {
        return health.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String symbol(Health health) {
        return switch (health) {
            case OK -> "✓";
            case WARNING -> "!";
            case CRITICAL -> "✗";
            case UNKNOWN -> "?";
        };
    }

    private static Style style(Health health) {
        return switch (health) {
            case OK -> Style.GOOD;
            case WARNING, UNKNOWN -> Style.WARNING;
            case CRITICAL -> Style.BAD;
        };
    }
}
