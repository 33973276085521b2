package dev.warroom.room;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.Batch;
import dev.warroom.incident.Outcome;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step on several hosts as rows: what ended well first, what needs somebody last; hosts that
 * ended alike and printed the same are one.
 */
public final class FanOutRows {

    private static final int MOST_NAMES = 12;
    private static final int LINES_OF_PASSED = 10;
    private static final int LINES_OF_OTHERS = 60;

    private FanOutRows() {}

    /** How a row is meant. */
    public enum Tone {
        PASSED,
        FAILED,
        RUNNING,
        UNKNOWN,
        OUTPUT
    }

    /** One line. */
    public record Row(String text, Tone tone) {}

    private record Alike(Optional<Outcome> outcome, String how, List<String> lines, long dropped) {}

    /**
     * @param zone in which times of day are told
     */
    public static List<Row> of(Room room, Batch batch, ZoneId zone) {
        Map<Alike, List<Attempt>> alike = new LinkedHashMap<>();
        for (Attempt attempt : batch.attempts()) {
            alike.computeIfAbsent(alike(room, attempt, zone), _ -> new ArrayList<>()).add(attempt);
        }
        List<Row> rows = new ArrayList<>();
        alike.entrySet().stream()
                .sorted(java.util.Comparator.comparingInt(it -> place(it.getKey())))
                .forEach(it -> rows(it.getKey(), it.getValue(), rows));
        Wave wave = room.launches().waves().get(batch.id());
        List<String> waiting =
                wave == null
                        ? List.of()
                        : wave.waiting().stream().map(it -> it.target().name()).toList();
        if (!waiting.isEmpty()) {
            rows.add(new Row("· " + names(waiting) + " wait", Tone.OUTPUT));
        } else if (batch.hosts() > batch.attempts().size()) {
            int rest = batch.hosts() - batch.attempts().size();
            rows.add(new Row("– " + rest + " of its hosts were not begun", Tone.UNKNOWN));
        }
        return rows;
    }

    private static Alike alike(Room room, Attempt attempt, ZoneId zone) {
        Optional<Outputs.Output> output = room.outputs().of(attempt.run());
        Optional<String> lost = room.lost().of(attempt.run()).map(it -> it.words(zone));
        String exit =
                attempt.exit().isPresent()
                        ? "exit " + attempt.exit().getAsInt()
                        : attempt.running() ? "running" : "no exit code";
        String far =
                output.flatMap(Outputs.Output::far)
                        .map(FarOutput::trouble)
                        .filter(it -> !it.isEmpty())
                        .map(it -> " (" + it + ")")
                        .orElse("");
        String detail = (attempt.detail().isEmpty() ? "" : ": " + attempt.detail()) + far;
        return new Alike(
                attempt.outcome(),
                lost.orElse(exit) + detail,
                output.map(it -> it.lines().window(0, Outputs.LIMIT)).orElse(List.of()),
                output.map(it -> it.lines().gone() + it.dropped()).orElse(0L));
    }

    private static int place(Alike alike) {
        return alike.outcome()
                .map(
                        it ->
                                switch (it) {
                                    case PASSED -> 0;
                                    case STOPPED -> 2;
                                    case UNKNOWN -> 3;
                                    case FAILED -> 4;
                                })
                .orElse(1);
    }

    private static void rows(Alike alike, List<Attempt> attempts, List<Row> rows) {
        Tone tone =
                alike.outcome()
                        .map(
                                it ->
                                        switch (it) {
                                            case PASSED -> Tone.PASSED;
                                            case FAILED -> Tone.FAILED;
                                            case STOPPED, UNKNOWN -> Tone.UNKNOWN;
                                        })
                        .orElse(Tone.RUNNING);
        String mark =
                switch (tone) {
                    case PASSED -> "✓ ";
                    case FAILED -> "✗ ";
                    case RUNNING -> "● ";
                    case UNKNOWN, OUTPUT -> "? ";
                };
        List<String> names = attempts.stream().map(Attempt::target).toList();
        rows.add(new Row(mark + names(names) + "  " + alike.how(), tone));
        int most = tone == Tone.PASSED ? LINES_OF_PASSED : LINES_OF_OTHERS;
        List<String> lines = alike.lines();
        long hidden = Math.max(0, lines.size() - most) + alike.dropped();
        if (hidden > 0) {
            rows.add(
                    new Row(
                            "    ("
                                    + hidden
                                    + " lines before these: :output "
                                    + names.getFirst()
                                    + ")",
                            Tone.OUTPUT));
        }
        lines.subList(Math.max(0, lines.size() - most), lines.size())
                .forEach(it -> rows.add(new Row("    " + it, Tone.OUTPUT)));
    }

    /** "app-1 app-2", or "40 hosts: app-1 app-2 …". */
    private static String names(List<String> names) {
        List<String> shown = names.subList(0, Math.min(MOST_NAMES, names.size()));
        String all = String.join(" ", shown) + (shown.size() < names.size() ? " …" : "");
        return names.size() == 1 ? all : names.size() + " hosts: " + all;
    }
}
