package dev.warroom.view;

import dev.warroom.room.Room;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Step;

import java.util.List;

/** The runbook that is being walked. */
final class ChecklistPainter {

    private ChecklistPainter() {}

    static String title(Room room) {
        Runbook runbook = room.checklist().runbook().orElseThrow();
        List<Step> steps =
                room.checklist().steps().stream()
                        .filter(it -> !room.checklist().passedOver(it, room.incident()))
                        .toList();
        long settled =
                steps.stream().filter(it -> room.incident().state(it.id()).settled()).count();
        return "1 Checklist · " + runbook.title() + " · " + settled + " of " + steps.size();
    }

    static void paint(Room room, Look look, Canvas inside) {
        List<ChecklistRows.Row> rows =
                ChecklistRows.of(
                        room,
                        room.checklist().runbook().orElseThrow(),
                        look.zone(),
                        inside.columns());
        int selected = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).step().isEmpty()
                    && rows.get(i).step().equals(room.checklist().cursor())) {
                selected = i;
            }
        }
        int from =
                Math.clamp(
                        selected - inside.rows() / 3, 0, Math.max(0, rows.size() - inside.rows()));
        for (int i = 0; i < inside.rows() && from + i < rows.size(); i++) {
            row(
                    inside,
                    i,
                    rows.get(from + i),
                    from + i == selected && !rows.get(from + i).step().isEmpty());
        }
        more(inside, from, rows.size());
    }

    private static void row(Canvas inside, int at, ChecklistRows.Row row, boolean selected) {
        int end = inside.columns() - 1;
        if (!row.right().isEmpty()) {
            int begin = end - CellWidth.of(row.right());
            if (begin > inside.columns() / 3) {
                inside.put(begin, at, row.right(), row.rightStyle(), end);
                end = begin - 1;
            }
        }
        if (selected) {
            inside.put(0, at, "▶", Style.ACCENT_BOLD);
        }
        inside.put(1 + 2 * row.indent(), at, row.text(), row.style(), end);
    }

    /** Marks at the edge that there is more above or below. */
    static void more(Canvas inside, int from, int size) {
        int last = inside.columns() - 1;
        if (from > 0) {
            inside.put(last, 0, "↑", Style.MUTED);
        }
        if (from + inside.rows() < size) {
            inside.put(last, inside.rows() - 1, "↓", Style.MUTED);
        }
    }
}
