package dev.warroom.view;

import dev.warroom.room.Notice;
import dev.warroom.room.Question;

import java.util.ArrayList;
import java.util.List;

/** Text that lies over the panes to be read. */
final class ReadingPainter {

    private ReadingPainter() {}

    private record Row(String text, Style style) {}

    /** How many lines it needs at this width. */
    static int rows(Question.Reading reading, int columns) {
        return lines(reading, columns).size();
    }

    static void paint(Question.Reading reading, Canvas inside) {
        List<Row> rows = lines(reading, inside.columns() - 2);
        int from = Math.clamp(reading.from(), 0, Math.max(0, rows.size() - inside.rows()));
        for (int i = 0; i < inside.rows() && from + i < rows.size(); i++) {
            inside.put(1, i, rows.get(from + i).text(), rows.get(from + i).style());
        }
        ChecklistPainter.more(inside, from, rows.size());
    }

    private static List<Row> lines(Question.Reading reading, int columns) {
        List<Row> rows = new ArrayList<>();
        for (Notice line : reading.lines()) {
            Style style =
                    switch (line.tone()) {
                        case PLAIN -> Style.PLAIN;
                        case GOOD -> Style.GOOD;
                        case BAD -> Style.BAD;
                    };
            Wrapped.hanging(line.text(), columns).forEach(it -> rows.add(new Row(it, style)));
        }
        return rows;
    }
}
