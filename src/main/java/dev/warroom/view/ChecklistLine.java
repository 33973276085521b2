package dev.warroom.view;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of the checklist pane: one text, or several beside each other.
 *
 * @param cells from left to right
 */
record ChecklistLine(List<Cell> cells) {

    /**
     * A text and where it stands.
     *
     * @param column where its part of the line begins
     * @param columns how wide that part is
     * @param right what stands at the right edge of the part; may be empty
     * @param spot the id of the spot that it is the head of; empty for all other texts
     */
    record Cell(
            int column,
            int columns,
            int indent,
            String text,
            Style style,
            String right,
            Style rightStyle,
            String spot) {

        private Cell moved(int by) {
            return new Cell(column + by, columns, indent, text, style, right, rightStyle, spot);
        }
    }

    static ChecklistLine of(Cell cell) {
        return new ChecklistLine(List.of(cell));
    }

    /** Whether the cursor is in it when it stands on {@code spot}. */
    boolean holds(String spot) {
        return !spot.isEmpty() && cells.stream().anyMatch(it -> it.spot().equals(spot));
    }

    /**
     * Columns of lines beside each other.
     *
     * @param from where the first of them begins
     * @param width of each column
     */
    static List<ChecklistLine> beside(List<List<ChecklistLine>> columns, int from, int width) {
        int height = columns.stream().mapToInt(List::size).max().orElse(0);
        List<ChecklistLine> lines = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                if (row < columns.get(i).size()) {
                    int by = from + i * width;
                    columns.get(i).get(row).cells().forEach(it -> cells.add(it.moved(by)));
                }
            }
            lines.add(new ChecklistLine(cells));
        }
        return lines;
    }
}
