package dev.warroom.view;

import dev.warroom.room.Checklist;
import dev.warroom.room.Question;
import dev.warroom.room.Room;
import dev.warroom.runbook.Placeholder;
import dev.warroom.runbook.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exactly what would run, and where, before it does. */
final class PreviewPainter {

    private PreviewPainter() {}

    private record Row(String text, Style style) {}

    static String title(Room room) {
        return "Run on " + room.person().host() + " (local) as " + room.person().name();
    }

    /** How many lines it needs inside its border. */
    static int rows(Room room, Question.Preview preview) {
        return lines(room, preview).size();
    }

    static void paint(Room room, Question.Preview preview, Canvas inside) {
        List<Row> rows = lines(room, preview);
        int from = Math.clamp(preview.from(), 0, Math.max(0, rows.size() - inside.rows()));
        for (int i = 0; i < inside.rows() && from + i < rows.size(); i++) {
            inside.put(1, i, rows.get(from + i).text(), rows.get(from + i).style());
        }
        ChecklistPainter.more(inside, from, rows.size());
    }

    private static List<Row> lines(Room room, Question.Preview preview) {
        Step step = preview.step();
        List<Row> rows = new ArrayList<>();
        Optional<Checklist.Picked> picked = room.checklist().optionOf(step);
        picked.ifPresent(
                it ->
                        rows.add(
                                new Row(
                                        "Option "
                                                + it.option().number()
                                                + ": "
                                                + it.option().title(),
                                        Style.BOLD)));
        rows.add(new Row(step.title(), Style.BOLD));
        rows.add(new Row("", Style.PLAIN));
        preview.script().lines().forEach(line -> rows.add(new Row("  " + line, Style.ACCENT_BOLD)));
        rows.add(new Row("", Style.PLAIN));
        for (Placeholder placeholder : step.placeholders()) {
            String value = room.incident().values().get(placeholder.name());
            rows.add(new Row(placeholder.name() + " = " + value, Style.PLAIN));
        }
        rows.add(new Row("in " + room.workspace(), Style.MUTED));
        if (step.kind() == Step.Kind.STREAM) {
            rows.add(new Row("It runs until it is stopped (K).", Style.MUTED));
        }
        room.checklist()
                .section()
                .ifPresent(
                        section ->
                                section.expectations()
                                        .forEach(
                                                it ->
                                                        rows.add(
                                                                new Row(
                                                                        "then expect: " + it,
                                                                        Style.MUTED))));
        return rows;
    }
}
