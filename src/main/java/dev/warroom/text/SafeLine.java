package dev.warroom.text;

import java.util.Locale;

/** One line while it is being made safe. */
final class SafeLine {

    private static final char ESCAPE = 0x1B;
    private static final int TAB_STOP = 8;

    private final String raw;
    private final StringBuilder safe;
    private int at;

    /** In code points of what has been written. */
    private int column;

    private int marks;

    SafeLine(String raw) {
        this.raw = raw;
        this.safe = new StringBuilder(raw.length() + 16);
    }

    String text() {
        while (at < raw.length()) {
            int codePoint = raw.codePointAt(at);
            at += Character.charCount(codePoint);
            switch (CharacterKind.of(codePoint)) {
                case PLAIN -> put(codePoint);
                case ZERO_WIDTH -> mark(codePoint);
                case CONTROL -> control(codePoint);
                case HIDDEN -> spell(codePoint);
                case SURROGATE -> put(0xFFFD);
            }
        }
        return safe.toString();
    }

    private void put(int codePoint) {
        safe.appendCodePoint(codePoint);
        column++;
        marks = 0;
    }

    private void put(String text) {
        text.codePoints().forEach(this::put);
    }

    private void mark(int codePoint) {
        marks++;
        if (marks <= Sanitiser.MOST_MARKS) {
            safe.appendCodePoint(codePoint);
            column++;
        } else if (marks == Sanitiser.MOST_MARKS + 1) {
            safe.append('◌');
            column++;
        }
    }

    private void spell(int codePoint) {
        String hex = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        put("⟨" + hex + "⟩");
    }

    private void control(int codePoint) {
        if (codePoint == ESCAPE) {
            int end = endOfColour();
            if (end > 0) {
                at = end;
            } else {
                put('␛');
            }
        } else if (codePoint == '\t') {
            do {
                put(' ');
            } while (column % TAB_STOP != 0);
        } else if (codePoint == 0) {
            nulls();
        } else if (codePoint < ' ') {
            put('␀' + codePoint);
        } else if (codePoint == 0x7F) {
            put('␡');
        } else {
            spell(codePoint);
        }
    }

    /**
     * Where the SGR sequence ends whose escape has just been read, or 0 where it is another one.
     * Those with a private marker, such as {@code [>4;2m}, are not colours.
     */
    private int endOfColour() {
        if (at >= raw.length() || raw.charAt(at) != '[') {
            return 0;
        }
        for (int i = at + 1; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == 'm') {
                return i + 1;
            }
            if (c < '0' || c > ';') {
                return 0;
            }
        }
        return 0;
    }

    /** A log that was cut while its writer kept its place begins with millions of these. */
    private void nulls() {
        int first = at - 1;
        while (at < raw.length() && raw.charAt(at) == 0) {
            at++;
        }
        int run = at - first;
        put(run == 1 ? "␀" : nulls(run));
    }

    static String nulls(long run) {
        return "␀×" + run;
    }
}
