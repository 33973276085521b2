package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.text.Sanitiser;

/** What holds for the cells of every frame. */
final class Cells {

    private Cells() {}

    /**
     * Each row is exactly as wide as the frame: a wide character is followed by one covered cell,
     * nothing else is, and nothing in a cell could move a terminal's cursor by another way.
     */
    static void areStraight(Frame frame) {
        for (int row = 0; row < frame.rows(); row++) {
            int width = 0;
            for (int column = 0; column < frame.columns(); column++) {
                String glyph = frame.glyph(column, row);
                String where = "column " + column + " of row " + row + " of\n";
                if (glyph.equals(Frame.COVERED)) {
                    int before = column == 0 ? 0 : CellWidth.of(frame.glyph(column - 1, row));
                    assertThat(before).as(() -> "before " + where + frame.text()).isEqualTo(2);
                    continue;
                }
                int cells = CellWidth.of(glyph);
                boolean covers =
                        column + 1 < frame.columns()
                                && frame.glyph(column + 1, row).equals(Frame.COVERED);
                assertThat(cells).as(() -> where + frame.text()).isEqualTo(covers ? 2 : 1);
                assertThat(Sanitiser.line(glyph)).as(() -> where + frame.text()).isEqualTo(glyph);
                width += cells;
            }
            assertThat(width).isEqualTo(frame.columns());
        }
    }
}
