package dev.warroom.layout;

/**
 * A part of the screen, in cells.
 *
 * @param column its left edge, counted from 0
 * @param row its upper edge, counted from 0
 * @param columns its width, at least 0
 * @param rows its height, at least 0
 */
public record Rectangle(int column, int row, int columns, int rows) {

    public Rectangle {
        if (column < 0 || row < 0 || columns < 0 || rows < 0) {
            throw new IllegalArgumentException(
                    "rectangle at "
                            + column
                            + ","
                            + row
                            + " of "
                            + columns
                            + "x"
                            + rows
                            + " must not be negative");
        }
    }

    /** What is left when {@code cells} are taken off at each side. */
    public Rectangle inset(int cells) {
        return new Rectangle(
                column + Math.min(cells, columns),
                row + Math.min(cells, rows),
                Math.max(0, columns - 2 * cells),
                Math.max(0, rows - 2 * cells));
    }
}
