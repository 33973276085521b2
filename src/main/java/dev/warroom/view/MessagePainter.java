package dev.warroom.view;

import dev.warroom.room.Draft;
import dev.warroom.room.Drafting;
import dev.warroom.room.Question;
import dev.warroom.room.Room;
import dev.warroom.room.TextArea;

import java.util.ArrayList;
import java.util.List;

/** A message over the panes: as it would be sent, and while it is written. */
final class MessagePainter {

    static final String WRITING_KEYS = "Tab shows what would be sent   Enter begins a line";

    private MessagePainter() {}

    /** A line on the screen, and where in the text it begins. */
    private record Row(String text, int from) {}

    static String title(Room room, Draft draft) {
        List<String> hooks = Drafting.hooks(room, draft.name());
        return draft.name()
                + " · "
                + (hooks.isEmpty() ? "to be copied" : "for " + String.join(", ", hooks));
    }

    static String keys(Room room, Question.Sending sending) {
        List<String> hooks = Drafting.hooks(room, sending.draft().name());
        String enter = hooks.isEmpty() ? "copies it" : "hands it to " + String.join(", ", hooks);
        return "Enter "
                + enter
                + (hooks.isEmpty() ? "" : "   y copies it")
                + "   e writes on it   r fills it anew   Esc keeps it for later";
    }

    static int rows(Question.Sending sending, int columns) {
        return lines(sending.draft(), columns).size();
    }

    static int rows(Question.Writing writing, int columns) {
        return rows(writing.area(), columns).size() + 1;
    }

    static void paint(Question.Sending sending, Canvas inside) {
        List<String> lines = lines(sending.draft(), inside.columns() - 2);
        int from = Math.clamp(sending.from(), 0, Math.max(0, lines.size() - inside.rows()));
        for (int i = 0; i < inside.rows() && from + i < lines.size(); i++) {
            inside.put(1, i, lines.get(from + i), Style.PLAIN);
        }
        ChecklistPainter.more(inside, from, lines.size());
    }

    private static List<String> lines(Draft draft, int columns) {
        return draft.text().lines().flatMap(it -> Wrapped.of(it, columns).stream()).toList();
    }

    /** The part of the text that has the cursor in it. */
    static void paint(Question.Writing writing, Canvas inside) {
        TextArea area = writing.area();
        List<Row> rows = rows(area, inside.columns() - 2);
        int at = rows.size() - 1;
        while (at > 0 && rows.get(at).from() > area.cursor()) {
            at--;
        }
        int from = Math.clamp(at - inside.rows() / 2, 0, Math.max(0, rows.size() - inside.rows()));
        for (int i = 0; i < inside.rows() && from + i < rows.size(); i++) {
            inside.put(1, i, rows.get(from + i).text(), Style.PLAIN);
        }
        String before = area.text().substring(rows.get(at).from(), area.cursor());
        inside.cursorAt(1 + Math.min(CellWidth.of(before), inside.columns() - 2), at - from);
        ChecklistPainter.more(inside, from, rows.size());
    }

    /** Broken where a line is full, whatever stands there, so that the cursor is where it seems. */
    private static List<Row> rows(TextArea area, int columns) {
        String text = area.text();
        int width = Math.max(1, columns);
        List<Row> rows = new ArrayList<>();
        int from = 0;
        int cells = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int wide = codePoint == '\n' ? 0 : CellWidth.of(codePoint);
            if (codePoint == '\n') {
                rows.add(new Row(text.substring(from, i), from));
                from = i + 1;
                cells = 0;
            } else if (cells + wide > width && i > from) {
                rows.add(new Row(text.substring(from, i), from));
                from = i;
                cells = wide;
            } else {
                cells += wide;
            }
            i += Character.charCount(codePoint);
        }
        rows.add(new Row(text.substring(from), from));
        return rows;
    }
}
