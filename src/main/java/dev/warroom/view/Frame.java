package dev.warroom.view;

import java.util.Arrays;
import java.util.Optional;

/** One picture of the whole terminal, in cells. */
public final class Frame {

    /** Stands in the cell that the wide character before it covers. */
    public static final String COVERED = "";

    private final int columns;
    private final int rows;
    private final String[] glyphs;
    private final Style[] styles;
    private Optional<Cursor> cursor = Optional.empty();

    /** Where the person types, counted from 0. */
    public record Cursor(int column, int row) {}

    /**
     * Blank.
     *
     * @param columns at least 0
     * @param rows at least 0
     */
    public Frame(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        glyphs = new String[columns * rows];
        styles = new Style[columns * rows];
        Arrays.fill(glyphs, " ");
        Arrays.fill(styles, Style.PLAIN);
    }

    public int columns() {
        return columns;
    }

    public int rows() {
        return rows;
    }

    /** What stands in a cell: one character with its marks, or {@link #COVERED}. */
    public String glyph(int column, int row) {
        return glyphs[row * columns + column];
    }

    public Style style(int column, int row) {
        return styles[row * columns + column];
    }

    public Optional<Cursor> cursor() {
        return cursor;
    }

    /** Whether {@code other} has the same size and shows the same everywhere. */
    public boolean sameAs(Frame other) {
        return columns == other.columns
                && rows == other.rows
                && cursor.equals(other.cursor)
                && Arrays.equals(glyphs, other.glyphs)
                && Arrays.equals(styles, other.styles);
    }

    /** Whether {@code other}, which has the same size, shows the same in one cell. */
    public boolean sameAs(Frame other, int column, int row) {
        int at = row * columns + column;
        // Nearly always it is the same object, which is quicker to see.
        return (glyphs[at] == other.glyphs[at] || glyphs[at].equals(other.glyphs[at]))
                && (styles[at] == other.styles[at] || styles[at].equals(other.styles[at]));
    }

    void cursorAt(int column, int row) {
        if (column >= 0 && column < columns && row >= 0 && row < rows) {
            cursor = Optional.of(new Cursor(column, row));
        }
    }

    /** Puts a character of {@code width} cells; half of a wide one that it cuts becomes a blank. */
    void set(int column, int row, String glyph, int width, Style style) {
        int at = row * columns + column;
        if (glyphs[at].equals(COVERED)) {
            glyphs[at - 1] = " ";
        }
        int end = column + width;
        if (end < columns && glyphs[row * columns + end].equals(COVERED)) {
            glyphs[row * columns + end] = " ";
        }
        glyphs[at] = glyph;
        styles[at] = style;
        if (width == 2) {
            glyphs[at + 1] = COVERED;
            styles[at + 1] = style;
        }
    }

    /**
     * Adds a mark that takes no cell to the character at a cell, as long as there are not too many.
     */
    void mark(int column, int row, int codePoint) {
        int at = row * columns + column;
        int base = glyphs[at].equals(COVERED) ? at - 1 : at;
        if (glyphs[base].length() < 8) {
            glyphs[base] += Character.toString(codePoint);
        }
    }

    /** The text of all rows, without blanks at their ends. */
    public String text() {
        StringBuilder all = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                line.append(glyph(column, row));
            }
            all.append(line.toString().stripTrailing()).append('\n');
        }
        return all.toString();
    }
}
