package dev.warroom.view;

import java.util.List;

/**
 * A graph of braille dots, filled from below: two values a cell across, four dots a cell up. The
 * newest value is on the right.
 */
final class Braille {

    private static final int BLANK = 0x2800;
    private static final int DOTS = 4;

    /** The dots of one column of a cell, from none to all four, from below. */
    private static final int[] LEFT = {0, 0x40, 0x44, 0x46, 0x47};

    private static final int[] RIGHT = {0, 0x80, 0xA0, 0xB0, 0xB8};

    private Braille() {}

    /**
     * The rows of the graph, the top one first. A value that is there has one dot at least.
     *
     * @param values the newest last; older ones than fit are left out
     * @param top the value that fills all rows, more than 0
     */
    static List<String> rows(List<Double> values, int columns, int rows, double top) {
        int fit = Math.min(values.size(), 2 * columns);
        List<Double> newest = values.subList(values.size() - fit, values.size());
        int[][] cells = new int[rows][columns];
        for (int i = 0; i < fit; i++) {
            // From the right, so that a value never moves by half a cell only.
            int place = 2 * columns - fit + i;
            int height = height(newest.get(i), top, rows * DOTS);
            for (int row = 0; row < rows; row++) {
                int dots = Math.clamp(height - (long) (rows - 1 - row) * DOTS, 0, DOTS);
                cells[row][place / 2] |= (place % 2 == 0 ? LEFT : RIGHT)[dots];
            }
        }
        return java.util.Arrays.stream(cells).map(Braille::text).toList();
    }

    /** How many dots {@code value} has, from 1 to {@code most}. */
    static int height(double value, double top, int most) {
        if (!(value > 0) || !(top > 0)) {
            return 1;
        }
        return Math.clamp(Math.round(value / top * most), 1, most);
    }

    private static String text(int[] row) {
        StringBuilder text = new StringBuilder();
        for (int cell : row) {
            text.append(cell == 0 ? ' ' : (char) (BLANK + cell));
        }
        return text.toString();
    }

    /** From 0 for a cell without dots to 8 for a full one. */
    static int weight(int codePoint) {
        return codePoint < BLANK || codePoint > BLANK + 0xFF
                ? 0
                : Integer.bitCount(codePoint - BLANK);
    }
}
