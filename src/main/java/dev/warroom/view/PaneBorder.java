package dev.warroom.view;

/** The border of a pane, with its title. */
final class PaneBorder {

    private PaneBorder() {}

    /**
     * Draws the border and answers what is left inside. The focused pane has heavy lines and the
     * accent, so that it is found without colours too.
     *
     * @param hint said at the right of the upper line; may be empty
     */
    static Canvas draw(Canvas area, String title, String hint, boolean focused) {
        int right = area.columns() - 1;
        int bottom = area.rows() - 1;
        if (right < 1 || bottom < 1) {
            return area.part(0, 0, 0, 0);
        }
        String[] lines =
                focused
                        ? new String[] {"┏", "┓", "┗", "┛", "━", "┃"}
                        : new String[] {"╭", "╮", "╰", "╯", "─", "│"};
        Style style = focused ? Style.ACCENT : Style.MUTED;
        String across = lines[4].repeat(Math.max(0, right - 1));
        area.put(0, 0, lines[0] + across + lines[1], style);
        area.put(0, bottom, lines[2] + across + lines[3], style);
        for (int row = 1; row < bottom; row++) {
            area.put(0, row, lines[5], style);
            area.put(right, row, lines[5], style);
        }
        int end =
                area.put(1, 0, " " + title + " ", focused ? Style.ACCENT_BOLD : Style.PLAIN, right);
        if (!hint.isEmpty() && end + CellWidth.of(hint) + 3 < right) {
            area.putRight(right - 1, 0, " " + hint + " ", style);
        }
        Canvas inside = area.inset(1);
        inside.clear();
        return inside;
    }
}
