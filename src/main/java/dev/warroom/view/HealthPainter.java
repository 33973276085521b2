package dev.warroom.view;

import dev.warroom.policy.Probe;
import dev.warroom.room.HealthBoard;
import dev.warroom.room.Metric;
import dev.warroom.room.ProbeHistory;
import dev.warroom.room.Reading;
import dev.warroom.room.Reading.Health;
import dev.warroom.room.Room;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The probes, a line each: state, what was found, its figure, how that went, for how long. */
final class HealthPainter {

    private static final int MOST_NAME = 18;
    private static final int LEAST_DETAIL = 12;
    private static final int FIGURE = 9;
    private static final int LASTING = 11;
    private static final int LEAST_GRAPH = 6;
    private static final int MOST_GRAPH = 16;
    private static final int LIMIT = 12;
    private static final int AGE = 10;
    private static final int ROOM_FOR_LIMITS = 96;

    private HealthPainter() {}

    static String title(Room room) {
        HealthBoard board = room.health();
        if (board.looking() && board.selected().isPresent()) {
            return "3 Health · " + board.selected().get().name();
        }
        StringBuilder title = new StringBuilder("3 Health");
        for (Health health : List.of(Health.CRITICAL, Health.WARNING, Health.UNKNOWN, Health.OK)) {
            count(title, board.count(health, room.now()), health.word());
        }
        List<Probe> probes = board.probes();
        count(title, probes.stream().filter(it -> board.quiet(it, room.now())).count(), "silenced");
        count(
                title,
                probes.stream()
                        .filter(it -> !board.quiet(it, room.now()) && board.behind(it).isPresent())
                        .count(),
                "behind others");
        return title.toString();
    }

    private static void count(StringBuilder title, long many, String words) {
        if (many > 0) {
            title.append(" · ").append(many).append(' ').append(words);
        }
    }

    static void paint(Room room, Look look, Canvas inside, boolean focused) {
        HealthBoard board = room.health();
        List<Probe> probes = board.probes();
        if (probes.isEmpty()) {
            inside.put(1, 0, "No probes are named in warroom.yaml.", Style.MUTED);
            return;
        }
        if (board.looking()) {
            new ProbePainter(room, look, inside).paint(board.selected().orElseThrow());
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
            if (focused && from + i == board.cursor()) {
                inside.put(0, i, "▸", Style.ACCENT_BOLD);
            }
            row(room, look, inside, i, probes.get(from + i), name);
        }
        ChecklistPainter.more(inside, from, probes.size());
    }

    private static void row(Room room, Look look, Canvas inside, int at, Probe probe, int name) {
        ProbeLook as = ProbeLook.of(room.health(), probe, room.now(), look.zone());
        inside.put(1, at, as.symbol() + " " + probe.name(), as.style(), 3 + name);
        Optional<ProbeHistory> found = room.health().history(probe);
        if (found.isEmpty()) {
            inside.put(4 + name, at, as.note(), Style.MUTED);
            return;
        }
        ProbeHistory history = found.get();
        int end = age(room, inside, at, probe, history, as);
        int free = end - name - 4;
        if (free > LEAST_DETAIL + LASTING) {
            String words = lasting(room, probe, history, as);
            inside.putRight(end, at, words, as.style());
            end -= Math.max(LASTING, CellWidth.of(words) + 2);
            free = end - name - 4;
        }
        int cells = Math.min(MOST_GRAPH, free - LEAST_DETAIL - 2);
        if (cells >= LEAST_GRAPH) {
            inside.putRight(end, at, graph(history, cells), as.style());
            end -= cells + 2;
            free = end - name - 4;
        }
        if (free > LEAST_DETAIL + FIGURE) {
            Reading last = history.last();
            Optional<Metric> figure = last.figure();
            if (inside.columns() >= ROOM_FOR_LIMITS) {
                String limit =
                        figure.flatMap(CheckWords::limit).map(it -> "(" + it + ")").orElse("");
                inside.put(end - LIMIT, at, limit, Style.MUTED, end);
                end -= LIMIT + 1;
            }
            String value =
                    figure.map(it -> CheckWords.value(it.value().orElse(0), it.unit()))
                            .orElseGet(() -> CheckWords.value(last.shown(), "ms"));
            inside.putRight(end, at, value, Style.PLAIN);
            end -= FIGURE;
        }
        inside.put(4 + name, at, ProbeLook.detail(history.last()), as.style(), end - 1);
    }

    /** How long it is not well, or what else there is to know; nothing where it is well. */
    private static String lasting(Room room, Probe probe, ProbeHistory history, ProbeLook as) {
        if (room.health().stale(probe, room.now())) {
            return "";
        }
        if (!as.note().isEmpty() || history.last().health() == Health.OK) {
            return as.note();
        }
        return "for " + Times.age(Duration.between(history.since(), room.now()));
    }

    private static int age(
            Room room, Canvas inside, int at, Probe probe, ProbeHistory history, ProbeLook as) {
        boolean stale = room.health().stale(probe, room.now());
        String age = Times.age(Duration.between(history.last().at(), room.now())) + " ago";
        int end = inside.columns() - 1;
        int begin =
                inside.putRight(
                        end, at, stale ? as.note() : age, stale ? Style.WARNING : Style.MUTED);
        return Math.min(begin, end - AGE) - 2;
    }

    /** The newest figures, the largest of them, or the nearest threshold, as a full column. */
    private static String graph(ProbeHistory history, int cells) {
        List<Double> all = history.points().stream().map(ProbeHistory.Point::shown).toList();
        List<Double> newest = all.subList(Math.max(0, all.size() - 2 * cells), all.size());
        return Braille.rows(newest, cells, 1, Scale.top(newest, history.last())).getFirst();
    }
}
