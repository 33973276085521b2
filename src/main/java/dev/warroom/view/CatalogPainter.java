package dev.warroom.view;

import dev.warroom.room.Catalog;
import dev.warroom.room.KnownIncident;
import dev.warroom.room.Progress;
import dev.warroom.room.Room;
import dev.warroom.room.TimeOfDay;
import dev.warroom.runbook.Page;
import dev.warroom.runbook.Runbook;
import dev.warroom.text.Counted;

import java.util.List;
import java.util.Optional;

/** What can be opened, below the line in which one says what one sees. */
final class CatalogPainter {

    private static final String PROMPT = "Find: ";
    private static final String HINT = "what you see, or a title · : commands · ? help";

    private CatalogPainter() {}

    static String title(Room room) {
        if (room.reading()) {
            return "1 Open";
        }
        int all = room.library().runbooks().size();
        long shown =
                room.catalog().fitting().stream()
                        .filter(Catalog.OpenRunbook.class::isInstance)
                        .count();
        String runbooks = Counted.of(all, "runbook");
        boolean some = !room.catalog().typed().text().isBlank();
        return "1 Open · " + (some ? shown + " of " : "") + runbooks;
    }

    static void paint(Room room, Look look, Canvas inside) {
        List<Catalog.Entry> entries = room.catalog().entries(room.incident().begun());
        searchLine(room, inside);
        room.catalog()
                .unknown()
                .or(room::withoutRunbook)
                .ifPresent(it -> inside.put(1, 1, it, Style.WARNING));
        Canvas list = inside.part(0, 2, inside.columns(), inside.rows() - 2);
        if (entries.isEmpty()) {
            none(room, list);
            return;
        }
        int cursor = Math.min(room.catalog().cursor(), entries.size() - 1);
        int from =
                Math.clamp(cursor - list.rows() / 2, 0, Math.max(0, entries.size() - list.rows()));
        for (int i = 0; i < list.rows() && from + i < entries.size(); i++) {
            boolean selected = from + i == cursor;
            if (selected) {
                list.put(0, i, "▶", Style.ACCENT_BOLD);
            }
            entry(room, list, i, entries.get(from + i), selected, look);
        }
        ChecklistPainter.more(list, from, entries.size());
    }

    private static void searchLine(Room room, Canvas inside) {
        boolean typing = room.typing() && room.question().isEmpty();
        int at = inside.put(1, 0, PROMPT, typing ? Style.ACCENT_BOLD : Style.MUTED);
        Canvas line = inside.part(0, 0, inside.columns() - 1, 1);
        boolean empty = room.catalog().typed().text().isEmpty();
        if (typing) {
            KeyLine.typed(line, at, room.catalog().typed());
        } else if (!empty) {
            line.put(at, 0, room.catalog().typed().text(), Style.PLAIN);
        }
        if (empty) {
            line.put(typing ? at + 1 : at, 0, typing ? HINT : "r, then " + HINT, Style.MUTED);
        }
    }

    /** The keys while letters go into the search line. */
    static void keys(Room room, Canvas line) {
        String esc =
                !room.catalog().typed().text().isEmpty()
                        ? "clear"
                        : room.screen().choosing() ? "back" : "all keys";
        int at = 1;
        for (String[] key :
                new String[][] {
                    {"Enter", "open"}, {"↓ ↑", "choose"}, {"Esc", esc}, {"Tab", "pane"}
                }) {
            at = line.put(at, 0, key[0], Style.ACCENT_BOLD);
            at = line.put(at + 1, 0, key[1], Style.PLAIN) + 3;
        }
    }

    private static void none(Room room, Canvas list) {
        if (!room.catalog().typed().text().isBlank()) {
            list.put(1, 0, "Nothing fits these words.", Style.PLAIN);
            return;
        }
        if (room.reading()) {
            list.put(1, 0, "Reading the runbooks …", Style.MUTED);
            return;
        }
        list.put(1, 0, "There are no runbooks here yet.", Style.PLAIN);
        String where = "Put Markdown files into " + room.workspace() + "/runbooks.";
        list.put(1, 1, where, Style.MUTED);
    }

    private static void entry(
            Room room, Canvas list, int row, Catalog.Entry entry, boolean selected, Look look) {
        int end = list.columns() - 1;
        switch (entry) {
            case Catalog.OpenIncident(KnownIncident known) -> {
                String since = "since " + TimeOfDay.told(known.beganAt(), room.now(), look.zone());
                int begin = list.putRight(end, row, since, Style.MUTED);
                String severity = known.severity().map(it -> it + "  ").orElse("");
                Style style = known.severity().isPresent() ? Style.BAD : Style.ACCENT;
                list.put(
                        2,
                        row,
                        known.id() + "  " + severity + known.title(),
                        selected ? style.strong() : style,
                        begin - 1);
            }
            case Catalog.OpenRunbook(Runbook runbook, String because) -> {
                Optional<Progress> progress = Progress.of(room, runbook);
                String steps =
                        progress.map(CatalogPainter::words)
                                .orElseGet(() -> Counted.of(runbook.steps().size(), "step"));
                String behind = because.isEmpty() ? runbook.under() : because;
                String right = because.isEmpty() ? withFile(list, steps, runbook.file()) : steps;
                title(list, row, runbook.title(), behind, selected, right);
            }
            case Catalog.ReadPage(Page page) ->
                    title(
                            list,
                            row,
                            page.title(),
                            "",
                            selected,
                            withFile(list, "text", page.file()));
        }
    }

    private static String words(Progress it) {
        String where = it.here() ? "on the checklist, " : "begun, ";
        return where + it.settled() + " of " + it.steps() + " done";
    }

    /** What a runbook is, and where, as far as that leaves half of the line to its title. */
    private static String withFile(Canvas list, String what, String file) {
        String whole = what + "  " + file;
        return CellWidth.of(whole) < list.columns() / 2 ? whole : what;
    }

    /**
     * @param behind the title, as far as there is room: why it was found, or what it stands below
     */
    private static void title(
            Canvas list, int row, String title, String behind, boolean selected, String right) {
        int begin = list.putRight(list.columns() - 1, row, right, Style.MUTED);
        int at = list.put(2, row, title, selected ? Style.BOLD : Style.PLAIN, begin - 1);
        if (!behind.isEmpty() && at + 4 < begin) {
            list.put(at + 2, row, behind, Style.MUTED, begin - 1);
        }
    }
}
