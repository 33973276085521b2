package dev.warroom.workspace;

/** A value as a message shows it: on one line, harmless, and not too long. */
final class Shown {

    private static final int LIMIT = 80;

    private Shown() {}

    static String of(String value) {
        StringBuilder shown = new StringBuilder();
        int[] codes = value.codePoints().limit(LIMIT + 1L).toArray();
        for (int i = 0; i < Math.min(codes.length, LIMIT); i++) {
            int type = Character.getType(codes[i]);
            if (type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                shown.append(String.format("<U+%04X>", codes[i]));
            } else {
                shown.appendCodePoint(codes[i]);
            }
        }
        return codes.length > LIMIT ? shown + "..." : shown.toString();
    }
}
