package dev.warroom.view;

import org.jline.utils.WCWidth;

/**
 * How many cells text takes on a terminal, by the table that tmux agrees with.
 *
 * <p>What terminals do not agree on is not drawn as it is: joiners and variation selectors are left
 * out, so that each part of a joined emoji stands for itself, and flags are written as their two
 * letters.
 */
public final class CellWidth {

    private static final int JOINER = 0x200D;

    private CellWidth() {}

    /** The cells of one code point as it is drawn: 0, 1 or 2. */
    public static int of(int codePoint) {
        if (codePoint >= 0x20 && codePoint < 0x7F || framing(codePoint)) {
            return 1;
        }
        if (leftOut(codePoint)) {
            return 0;
        }
        return Math.max(0, WCWidth.wcwidth(drawn(codePoint)));
    }

    /** Lines, corners and bars, of which each picture has hundreds: the table is slower. */
    private static boolean framing(int codePoint) {
        return codePoint >= 0x2500 && codePoint <= 0x259F;
    }

    /** The cells of {@code text} as it is drawn. */
    public static int of(String text) {
        int cells = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            cells += of(text.codePointAt(i));
        }
        return cells;
    }

    /** Whether a code point is not drawn at all. */
    static boolean leftOut(int codePoint) {
        return codePoint == JOINER
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint >= 0xE0000 && codePoint <= 0xE0FFF;
    }

    /** What is drawn for a code point. */
    static int drawn(int codePoint) {
        boolean regional = codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
        return regional ? 'A' + codePoint - 0x1F1E6 : codePoint;
    }
}
