package dev.warroom.view;

import dev.warroom.layout.Rectangle;
import dev.warroom.text.Sanitiser;

/**
 * A part of a frame to draw on. Everything that is drawn goes through {@link #put}, which makes it
 * safe first and never leaves the part.
 */
final class Canvas {

    private final Frame frame;
    private final Rectangle area;
    private final boolean unicode;

    Canvas(Frame frame, Rectangle area, boolean unicode) {
        this.frame = frame;
        this.area = area;
        this.unicode = unicode;
    }

    int columns() {
        return area.columns();
    }

    int rows() {
        return area.rows();
    }

    /** The part without {@code cells} at each side. */
    Canvas inset(int cells) {
        return new Canvas(frame, area.inset(cells), unicode);
    }

    Canvas part(int column, int row, int columns, int rows) {
        int left = Math.clamp(column, 0, area.columns());
        int top = Math.clamp(row, 0, area.rows());
        Rectangle inner =
                new Rectangle(
                        area.column() + left,
                        area.row() + top,
                        Math.clamp(columns, 0, area.columns() - left),
                        Math.clamp(rows, 0, area.rows() - top));
        return new Canvas(frame, inner, unicode);
    }

    void clear() {
        for (int row = 0; row < rows(); row++) {
            for (int column = 0; column < columns(); column++) {
                cell(column, row, ASCII[' '], 1, Style.PLAIN);
            }
        }
    }

    /** Draws text; what does not fit is cut, with an ellipsis. Answers the column after it. */
    int put(int column, int row, String text, Style style) {
        return put(column, row, text, style, columns());
    }

    /** Draws text up to column {@code end}. Answers the column after it. */
    int put(int column, int row, String text, Style style, int end) {
        int limit = Math.min(end, columns());
        if (row < 0 || row >= rows() || column >= limit || column < 0) {
            return column;
        }
        String safe = Sanitiser.line(text);
        int at = column;
        int last = -1;
        for (int i = 0; i < safe.length(); ) {
            int codePoint = safe.codePointAt(i);
            i += Character.charCount(codePoint);
            if (CellWidth.leftOut(codePoint)) {
                continue;
            }
            int drawn = unicode ? CellWidth.drawn(codePoint) : Ascii.of(codePoint);
            int width = CellWidth.of(drawn);
            if (width == 0) {
                if (last >= 0) {
                    frame.mark(area.column() + last, area.row() + row, drawn);
                }
                continue;
            }
            boolean more = i < safe.length();
            if (at + width > limit
                    || more && at + width == limit && CellWidth.of(safe.substring(i)) > 0) {
                cell(Math.min(at, limit - 1), row, unicode ? "…" : "~", 1, style);
                return limit;
            }
            cell(at, row, drawn < 0x7F ? ASCII[drawn] : Character.toString(drawn), width, style);
            last = at;
            at += width;
        }
        return at;
    }

    /** Draws text so that it ends before column {@code end}. Answers the column where it begins. */
    int putRight(int end, int row, String text, Style style) {
        int begin = Math.max(0, end - CellWidth.of(text));
        put(begin, row, text, style, end);
        return begin;
    }

    /** Gives a whole row the look of a bar, from {@code column} on, over what stands there. */
    void fill(int column, int row, Style style) {
        if (column < columns()) {
            put(column, row, " ".repeat(columns() - column), style);
        }
    }

    void cursorAt(int column, int row) {
        frame.cursorAt(area.column() + column, area.row() + row);
    }

    private void cell(int column, int row, String glyph, int width, Style style) {
        frame.set(area.column() + column, area.row() + row, glyph, width, style);
    }

    private static final String[] ASCII = new String[0x7F];

    static {
        for (int i = 0; i < ASCII.length; i++) {
            ASCII[i] = Character.toString(i);
        }
    }
}
