package dev.warroom.runbook;

/**
 * Rule: text that was read as Windows-1252 and written as UTF-8 once too often is read as it was
 * meant. Only sequences that make a whole letter or symbol again are changed.
 */
final class TwiceEncoded {

    /** The letters of Windows-1252 for the bytes 0x80 to 0x9F; 0 where there is none. */
    private static final String HIGH =
            "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
                    + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153"
                    + "\0\u017E\u0178";

    /** The first bytes of what gets damaged: Latin letters, punctuation, symbols, emoji. */
    private static final String LEADS = "\u00C2\u00C3\u00E2\u00EF\u00F0";

    /** The smallest code point that takes so many bytes; a smaller one is written with fewer. */
    private static final int[] SMALLEST = {0, 0, 0x80, 0x800, 0x1_0000};

    private TwiceEncoded() {}

    /** Whether such a sequence may begin with this letter. */
    static boolean isLead(char letter) {
        return letter >= '\u00C2' && letter <= '\u00F0' && LEADS.indexOf(letter) >= 0;
    }

    /** {@code line} as it was meant; the same object where nothing is wrong with it. */
    static String mended(String line) {
        StringBuilder mended = null;
        int kept = 0;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (!isLead(letter)) {
                continue;
            }
            int length = letter < '\u00E0' ? 2 : letter < '\u00F0' ? 3 : 4;
            String meant = meant(line, at, length);
            if (meant != null) {
                mended = mended == null ? new StringBuilder() : mended;
                mended.append(line, kept, at).append(meant);
                at += length - 1;
                kept = at + 1;
            }
        }
        return mended == null ? line : mended.append(line, kept, line.length()).toString();
    }

    private static String meant(String line, int at, int length) {
        if (at + length > line.length()) {
            return null;
        }
        int point = value(line.charAt(at)) & 0x7F >> length;
        for (int i = 1; i < length; i++) {
            int value = value(line.charAt(at + i));
            if (value < 0x80 || value > 0xBF) {
                return null;
            }
            point = point << 6 | value & 0x3F;
        }
        boolean letter =
                point >= SMALLEST[length]
                        && point <= Character.MAX_CODE_POINT
                        && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
        return letter ? Character.toString(point) : null;
    }

    private static int value(char letter) {
        if (letter >= '\u0080' && letter <= '\u00FF') {
            return letter;
        }
        int place = letter == 0 ? -1 : HIGH.indexOf(letter);
        return place < 0 ? -1 : 0x80 + place;
    }
}
