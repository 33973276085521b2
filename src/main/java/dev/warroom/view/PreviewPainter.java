package dev.warroom.view;

import dev.warroom.incident.WalkRecord.Pick;
import dev.warroom.room.Aim;
import dev.warroom.room.Approving;
import dev.warroom.room.Checklist;
import dev.warroom.room.Guard;
import dev.warroom.room.Launch;
import dev.warroom.room.Question;
import dev.warroom.room.Retries;
import dev.warroom.room.Room;
import dev.warroom.room.TargetWords;
import dev.warroom.room.ValueWords;
import dev.warroom.runbook.Placeholder;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exactly what would run, and where, before it does. */
final class PreviewPainter {

    private final Room room;
    private final int columns;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String text, Style style) {}

    private PreviewPainter(Room room, int columns) {
        this.room = room;
        this.columns = columns;
    }

    static String title(Room room, Question.Preview preview) {
        return (room.mode().runs() ? "Run " : "Would run ")
                + TargetWords.place(room, preview.aim());
    }

    /** How many lines it needs inside its border, which is {@code columns} wide inside. */
    static int rows(Room room, Question.Preview preview, ZoneId zone, int columns) {
        return lines(room, preview, zone, columns).size();
    }

    static void paint(Room room, Question.Preview preview, ZoneId zone, Canvas inside) {
        List<Row> rows = lines(room, preview, zone, inside.columns());
        int from = Math.clamp(preview.from(), 0, Math.max(0, rows.size() - inside.rows()));
        for (int i = 0; i < inside.rows() && from + i < rows.size(); i++) {
            inside.put(1, i, rows.get(from + i).text(), rows.get(from + i).style());
        }
        ChecklistPainter.more(inside, from, rows.size());
    }

    private static List<Row> lines(Room room, Question.Preview preview, ZoneId zone, int columns) {
        PreviewPainter all = new PreviewPainter(room, columns - 3);
        Step step = preview.step();
        room.checklist().optionOf(step).ifPresent(all::option);
        all.row(0, step.title(), Style.BOLD);
        step.instructions().forEach(it -> all.row(0, it, Style.MUTED));
        all.row(0, "", Style.PLAIN);
        preview.launch()
                .shown(room.secrecy()::masked)
                .forEach(
                        it -> all.row(2, it, Step.isComment(it) ? Style.MUTED : Style.ACCENT_BOLD));
        all.row(0, "", Style.PLAIN);
        preview.dangers()
                .forEach(it -> all.row(0, room.secrecy().masked(it.words()), Style.BAD_BOLD));
        Approving.words(room, preview, zone).ifPresent(it -> all.row(0, it, Style.BOLD));
        Guard.word(preview.aim(), preview.dangers())
                .ifPresent(
                        it ->
                                all.row(
                                        0,
                                        "It runs on production: you will be asked to type " + it,
                                        Style.BAD_BOLD));
        Guard.whyNot(preview).ifPresent(it -> all.row(0, it, Style.BAD_BOLD));
        for (int i = 0; i < step.placeholders().size(); i++) {
            all.value(i + 1, preview.aim(), step.placeholders().get(i));
        }
        if (preview.aim().launches().stream().anyMatch(Launch::begins)) {
            all.row(0, TargetWords.folder(room, preview.aim()), Style.MUTED);
        }
        preview.aim()
                .conditions()
                .forEach(it -> all.row(0, room.secrecy().masked(it), Style.MUTED));
        String more = TargetWords.more(preview.aim());
        if (!more.isEmpty()) {
            boolean careful = preview.aim().production();
            all.row(0, more, careful ? Style.WARNING : Style.MUTED);
        }
        room.launches()
                .ways()
                .words(preview.aim())
                .ifPresent(it -> all.row(0, it.text(), it.trouble() ? Style.WARNING : Style.MUTED));
        step.attributes()
                .retry()
                .ifPresent(it -> all.row(0, Retries.words(it, preview.aim()), Style.MUTED));
        TargetWords.hosts(room, step, preview.aim()).forEach(it -> all.row(0, it, Style.PLAIN));
        if (step.kind() == Step.Kind.STREAM) {
            all.row(0, "It runs until it is stopped (K).", Style.MUTED);
        }
        step.attributes().expect().ifPresent(all::expected);
        room.checklist().section().map(Section::expectations).stream()
                .flatMap(List::stream)
                .forEach(all::expected);
        return all.rows;
    }

    private void option(Checklist.Picked way) {
        row(0, "Option " + way.option().number() + ": " + way.option().title(), Style.BOLD);
        Optional<Pick> pick = room.incident().walk().pick(way.choice().id());
        pick.ifPresent(it -> row(0, "chosen by " + it.who() + ": " + it.reason(), Style.PLAIN));
    }

    private void value(int number, Aim aim, Placeholder placeholder) {
        row(
                0,
                (number <= 9 ? number + "  " : "   ") + ValueWords.of(room, aim, placeholder),
                Style.PLAIN);
    }

    private void expected(String words) {
        row(0, "then expect: " + words, Style.MUTED);
    }

    private void row(int indent, String text, Style style) {
        for (String line : Wrapped.hanging(text, columns - indent)) {
            rows.add(new Row(" ".repeat(indent) + line, style));
        }
    }
}
