package dev.warroom.view;

import dev.warroom.room.Progress;
import dev.warroom.room.Room;
import dev.warroom.runbook.Runbook;

import java.util.List;

/** The runbook that is being walked. */
final class ChecklistPainter {

    private ChecklistPainter() {}

    static String title(Room room) {
        Runbook runbook = room.checklist().runbook().orElseThrow();
        Progress progress = Progress.of(room, runbook).orElseThrow();
        return "1 Checklist · "
                + runbook.title()
                + " · "
                + progress.settled()
                + " of "
                + progress.steps();
    }

    /** What can be done with Esc, where the walk came here by a link. */
    static String hint(Room room) {
        return room.checklist().wayBack().map(it -> "Esc back to " + it.title()).orElse("");
    }

    static void paint(Room room, Look look, Canvas inside) {
        String cursor = room.checklist().cursor();
        List<ChecklistLine> lines = ChecklistRows.of(room, look.zone(), inside.columns());
        int selected = 0;
        while (selected < lines.size() && !lines.get(selected).holds(cursor)) {
            selected++;
        }
        selected = selected == lines.size() ? 0 : selected;
        int from =
                Math.clamp(
                        selected - inside.rows() / 3, 0, Math.max(0, lines.size() - inside.rows()));
        for (int i = 0; i < inside.rows() && from + i < lines.size(); i++) {
            for (ChecklistLine.Cell cell : lines.get(from + i).cells()) {
                cell(inside, i, cell, !cursor.isEmpty() && cell.spot().equals(cursor));
            }
        }
        more(inside, from, lines.size());
    }

    private static void cell(Canvas inside, int row, ChecklistLine.Cell cell, boolean selected) {
        int begin = cell.column();
        int end = begin + cell.columns() - 1;
        if (!cell.right().isEmpty()) {
            int at = end - CellWidth.of(cell.right());
            if (at > begin + cell.columns() / 3) {
                inside.put(at, row, cell.right(), cell.rightStyle(), end);
                end = at - 1;
            }
        }
        if (selected) {
            inside.put(begin, row, "▶", Style.ACCENT_BOLD);
        }
        inside.put(begin + 1 + 2 * cell.indent(), row, cell.text(), cell.style(), end);
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
