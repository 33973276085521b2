package dev.warroom.incident;

/**
 * Text from people and programs, made fit to stand in one line. Breaks and tabs become one blank;
 * whatever else a terminal could act on, or that reorders what stands beside it, is shown by name.
 */
public final class OneLine {

    /** What is longer is cut, and says so. In UTF-16 units. */
    public static final int LIMIT = 2_000;

    private OneLine() {}

    /** {@code text} as one line, without blanks around it. */
    public static String of(String text) {
        return of(text, false);
    }

    /** One line of a script: its tabs and blanks stay as they are. */
    public static String ofScript(String line) {
        return of(line, true);
    }

    private static String of(String text, boolean script) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), LIMIT));
        int i = 0;
        while (i < text.length() && line.length() < LIMIT) {
            int code = text.codePointAt(i);
            i += Character.charCount(code);
            if (script && code == '\t') {
                line.append('\t');
            } else {
                append(line, code);
            }
        }
        String shown = script ? line.toString() : line.toString().strip();
        int left = text.length() - i;
        return left == 0 ? shown : shown + " ... (" + left + " more characters)";
    }

    private static void append(StringBuilder line, int code) {
        if (breaks(code)) {
            if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        } else if (code < 0x20) {
            line.appendCodePoint(0x2400 + code);
        } else if (code == 0x7F) {
            line.append('\u2421');
        } else if (shownByName(code)) {
            line.append(String.format("<U+%04X>", code));
        } else {
            line.appendCodePoint(code);
        }
    }

    private static boolean breaks(int code) {
        return code == '\n' || code == '\r' || code == '\t' || code == 0x2028 || code == 0x2029;
    }

    /** C1 controls, halves of a pair without the other, and the marks that turn text around. */
    private static boolean shownByName(int code) {
        return (code >= 0x80 && code <= 0x9F)
                || (code >= 0xD800 && code <= 0xDFFF)
                || (code >= 0x202A && code <= 0x202E)
                || (code >= 0x2066 && code <= 0x2069)
                || code == 0x200E
                || code == 0x200F
                || code == 0x061C;
    }
}
