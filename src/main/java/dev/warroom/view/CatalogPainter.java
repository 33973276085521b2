package dev.warroom.view;

import dev.warroom.room.Catalog;
import dev.warroom.room.KnownIncident;
import dev.warroom.room.Room;
import dev.warroom.runbook.Runbook;

import java.util.List;

/** What can be opened: incidents that are not over, and runbooks. */
final class CatalogPainter {

    private CatalogPainter() {}

    static String title(Room room) {
        int runbooks = room.library().runbooks().size();
        return "1 Open · " + runbooks + (runbooks == 1 ? " runbook" : " runbooks");
    }

    static void paint(Room room, Look look, Canvas inside) {
        List<Catalog.Entry> entries =
                room.catalog().entries(room.library(), room.incident().begun());
        if (entries.isEmpty()) {
            inside.put(1, 0, "There are no runbooks here yet.", Style.PLAIN);
            inside.put(
                    1,
                    1,
                    "Put Markdown files into " + room.workspace() + "/runbooks.",
                    Style.MUTED);
            return;
        }
        int cursor = Math.min(room.catalog().cursor(), entries.size() - 1);
        int from =
                Math.clamp(
                        cursor - inside.rows() / 2, 0, Math.max(0, entries.size() - inside.rows()));
        for (int i = 0; i < inside.rows() && from + i < entries.size(); i++) {
            boolean selected = from + i == cursor;
            if (selected) {
                inside.put(0, i, "▶", Style.ACCENT_BOLD);
            }
            entry(inside, i, entries.get(from + i), selected, look);
        }
        ChecklistPainter.more(inside, from, entries.size());
    }

    private static void entry(
            Canvas inside, int row, Catalog.Entry entry, boolean selected, Look look) {
        int end = inside.columns() - 1;
        switch (entry) {
            case Catalog.OpenIncident(KnownIncident known) -> {
                String since = "since " + Times.clock(known.beganAt(), look.zone());
                int begin = inside.putRight(end, row, since, Style.MUTED);
                String severity = known.severity().map(it -> it + "  ").orElse("");
                Style style = known.severity().isPresent() ? Style.BAD : Style.ACCENT;
                inside.put(
                        2,
                        row,
                        known.id() + "  " + severity + known.title(),
                        selected ? style.strong() : style,
                        begin - 1);
            }
            case Catalog.OpenRunbook(Runbook runbook) -> {
                int many = runbook.steps().size();
                String steps = many + (many == 1 ? " step" : " steps");
                String whole = steps + "  " + runbook.file();
                String what = CellWidth.of(whole) < inside.columns() / 2 ? whole : steps;
                int begin = inside.putRight(end, row, what, Style.MUTED);
                inside.put(2, row, runbook.title(), selected ? Style.BOLD : Style.PLAIN, begin - 1);
            }
        }
    }
}
