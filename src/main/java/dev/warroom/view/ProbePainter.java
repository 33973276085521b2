package dev.warroom.view;

import dev.warroom.incident.DurationWords;
import dev.warroom.policy.Probe;
import dev.warroom.policy.Range;
import dev.warroom.room.HealthBoard;
import dev.warroom.room.Metric;
import dev.warroom.room.ProbeHistory;
import dev.warroom.room.Reading;
import dev.warroom.room.Reading.Health;
import dev.warroom.room.Room;
import dev.warroom.room.TimeOfDay;
import dev.warroom.room.Timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One probe looked at alone: how it went, where the time goes, what it said. */
final class ProbePainter {

    private static final int LABEL = 14;
    private static final int LEAST_GRAPH_ROWS = 3;
    private static final int MOST_GRAPH_ROWS = 10;
    private static final int MOST_CHANGES = 5;
    private static final int MOST_METRICS = 6;

    private final Room room;
    private final Look look;
    private final Canvas inside;
    private int row;

    ProbePainter(Room room, Look look, Canvas inside) {
        this.room = room;
        this.look = look;
        this.inside = inside;
    }

    void paint(Probe probe) {
        HealthBoard board = room.health();
        ProbeLook as = ProbeLook.of(board, probe, room.now(), look.zone());
        Optional<ProbeHistory> history = board.history(probe);
        String on = probe.on().map(it -> " on " + it).orElse("");
        line(
                "looks",
                CheckWords.of(probe.check())
                        + on
                        + ", every "
                        + DurationWords.of(probe.every())
                        + ", waits "
                        + DurationWords.of(probe.timeout()),
                Style.PLAIN);
        String limits = CheckWords.limits(probe.thresholds(), probe.check().unit());
        if (!limits.isEmpty()) {
            line("thresholds", limits, Style.PLAIN);
        }
        if (!probe.needs().isEmpty()) {
            line("stands on", String.join(", ", probe.needs()), Style.PLAIN);
        }
        if (history.isEmpty()) {
            line("state", "asking", Style.MUTED);
            return;
        }
        state(as, history.get());
        graph(history.get());
        looks(history.get());
        past(new PastPainter(board.past(), probe, room.now()));
        history.get().last().timing().ifPresent(this::timing);
        metrics(history.get().last());
        changes(history.get());
        output(history.get().last());
    }

    private void state(ProbeLook as, ProbeHistory history) {
        Reading last = history.last();
        String word = history.standing().word();
        line(
                "state",
                as.symbol()
                        + " "
                        + (word.isEmpty() ? "not certain yet" : word)
                        + " for "
                        + Times.age(Duration.between(history.since(), room.now()))
                        + ", since "
                        + TimeOfDay.second(history.since(), look.zone())
                        + (as.note().isEmpty() ? "" : " · " + as.note()),
                as.style());
        line(
                "last look",
                Times.age(Duration.between(last.at(), room.now()))
                        + " ago: "
                        + last.health().word()
                        + ", "
                        + ProbeLook.detail(last),
                ProbeLook.style(last.health()));
    }

    private void graph(ProbeHistory history) {
        int rows = Math.min(MOST_GRAPH_ROWS, (inside.rows() - row) / 3);
        int columns = inside.columns() - LABEL - 2;
        if (rows < LEAST_GRAPH_ROWS || columns < 10) {
            return;
        }
        List<Double> all = history.points().stream().map(ProbeHistory.Point::shown).toList();
        List<Double> newest = all.subList(Math.max(0, all.size() - 2 * columns), all.size());
        double top = Scale.top(newest, history.last());
        String unit = history.last().figure().map(Metric::unit).orElse("ms");
        List<String> graph = Braille.rows(newest, columns, rows, top);
        row++;
        for (int i = 0; i < rows; i++) {
            inside.put(LABEL, row + i, graph.get(i), ProbeLook.style(Health.OK));
        }
        worst(history, graph, columns);
        inside.putRight(LABEL - 1, row, CheckWords.value(top, unit), Style.MUTED);
        inside.putRight(LABEL - 1, row + rows - 1, CheckWords.value(0, unit), Style.MUTED);
        Optional<Metric> figure = history.last().figure();
        figure.flatMap(Metric::critical)
                .ifPresent(it -> threshold(it, "critical", top, graph, Style.BAD));
        figure.flatMap(Metric::warning)
                .ifPresent(it -> threshold(it, "warning", top, graph, Style.WARNING));
        row += rows + 1;
    }

    /** Columns in which something was found that is not ok have the colour of the worst of it. */
    private void worst(ProbeHistory history, List<String> graph, int columns) {
        int points = history.points().size();
        for (int back = 0; back < Math.min(points, 2 * columns); back++) {
            Health health = history.points().get(points - 1 - back).health();
            int column = columns - 1 - back / 2;
            for (int i = 0; i < graph.size() && health != Health.OK; i++) {
                String cell = graph.get(i).substring(column, column + 1);
                if (!cell.isBlank()) {
                    inside.put(
                            LABEL + column,
                            row + i,
                            cell,
                            ProbeLook.style(health),
                            LABEL + column + 1);
                }
            }
        }
    }

    /** A dotted line where the graph leaves room for it. */
    private void threshold(Range range, String name, double top, List<String> graph, Style style) {
        double at = Double.isInfinite(range.end()) ? range.start() : range.end();
        if (!(at > 0) || at > top) {
            return;
        }
        int dots = Braille.height(at, top, graph.size() * 4);
        int line = graph.size() - 1 - (dots - 1) / 4;
        String cells = graph.get(line);
        for (int column = 0; column < cells.length(); column++) {
            if (cells.charAt(column) == ' ') {
                inside.put(LABEL + column, row + line, "┈", style, LABEL + column + 1);
            }
        }
        if (line > 0 && line < graph.size() - 1) {
            inside.putRight(LABEL - 1, row + line, name, style);
        }
    }

    private void looks(ProbeHistory history) {
        List<Duration> times =
                history.points().stream().map(ProbeHistory.Point::took).sorted().toList();
        long good = history.points().stream().filter(it -> it.health() == Health.OK).count();
        line(
                "looks seen",
                times.size()
                        + ", "
                        + good * 100 / times.size()
                        + " % ok · answered within "
                        + DurationWords.of(quantile(times, 0.5))
                        + " (half), "
                        + DurationWords.of(quantile(times, 0.95))
                        + " (95 %), "
                        + DurationWords.of(times.getLast())
                        + " (all)",
                Style.PLAIN);
    }

    private void past(PastPainter past) {
        past.stretches().forEach(it -> line(it.name(), it.words(), Style.PLAIN));
        int columns = Math.min(past.hours(), inside.columns() - LABEL - 2);
        if (columns > 0) {
            line("by the hour", "", Style.PLAIN);
            past.strip(inside, row - 1, LABEL, columns);
        }
    }

    private static Duration quantile(List<Duration> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private void timing(Timing timing) {
        record Part(String name, Duration from, Duration to) {}
        List<Part> parts =
                List.of(
                        new Part("name lookup", Duration.ZERO, timing.lookup()),
                        new Part("connect", timing.lookup(), timing.connect()),
                        new Part("TLS", timing.connect(), timing.tls()),
                        new Part("first byte", timing.tls(), timing.firstByte()),
                        new Part("the rest", timing.firstByte(), timing.total()));
        int columns = Math.min(40, inside.columns() - LABEL - 12);
        long total = Math.max(1, timing.total().toNanos());
        for (Part part : parts) {
            long took = part.to().minus(part.from()).toNanos();
            if (part.name().equals("TLS") && took == 0) {
                continue;
            }
            String figure = CheckWords.value(took / 1e6, "ms");
            line(part.name(), figure, Style.PLAIN);
            int before = (int) (part.from().toNanos() * columns / total);
            int length = (int) Math.max(1, took * columns / total);
            String bar = " ".repeat(before) + "━".repeat(length);
            inside.put(LABEL + 10, row - 1, bar, Style.ACCENT, LABEL + 11 + columns);
        }
        line("total", CheckWords.value(timing.total().toNanos() / 1e6, "ms"), Style.BOLD);
    }

    private void metrics(Reading last) {
        List<Metric> more = last.metrics();
        for (int i = 0; i < Math.min(more.size(), MOST_METRICS) && more.size() > 1; i++) {
            Metric metric = more.get(i);
            String value =
                    metric.value().isPresent()
                            ? CheckWords.value(metric.value().getAsDouble(), metric.unit())
                            : "not told";
            String limit = CheckWords.limit(metric).map(it -> "  well: " + it).orElse("");
            line(i == 0 ? "figures" : "", metric.label() + " " + value + limit, Style.PLAIN);
        }
    }

    private void changes(ProbeHistory history) {
        List<ProbeHistory.Change> newest = new ArrayList<>(history.changes()).reversed();
        for (int i = 0; i < Math.min(newest.size(), MOST_CHANGES); i++) {
            ProbeHistory.Change change = newest.get(i);
            line(
                    i == 0 ? "changes" : "",
                    TimeOfDay.second(change.at(), look.zone())
                            + " "
                            + change.word()
                            + ", "
                            + change.detail(),
                    Style.PLAIN);
        }
    }

    private void output(Reading last) {
        for (int i = 0; i < last.output().size(); i++) {
            line(i == 0 ? "said" : "", last.output().get(i), Style.MUTED);
        }
    }

    private void line(String label, String words, Style style) {
        inside.putRight(LABEL - 1, row, label, Style.MUTED);
        inside.put(LABEL, row, words, style, inside.columns() - 1);
        row++;
    }
}
