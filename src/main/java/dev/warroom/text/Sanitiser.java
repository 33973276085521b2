package dev.warroom.text;

import java.util.stream.Collectors;

/**
 * Makes text from outside safe to draw.
 *
 * <p>Colours vanish; whatever else a terminal would obey, or hide, is spelt out instead. What comes
 * out holds no C0, DEL or C1 character and nothing that changes the direction of text.
 */
public final class Sanitiser {

    /** More marks than this on one character are dropped. */
    static final int MOST_MARKS = 4;

    private Sanitiser() {}

    /** Several lines, each safe to draw. */
    public static String lines(String raw) {
        return raw.lines().map(Sanitiser::line).collect(Collectors.joining("\n"));
    }

    /**
     * One line, safe to draw. Doing it again changes nothing.
     *
     * @param raw without the line's end; a sequence that is not finished ends with it
     * @return {@code raw} itself where there is nothing to change
     */
    public static String line(String raw) {
        int length = raw.length();
        int marks = 0;
        int i = 0;
        while (i < length) {
            char c = raw.charAt(i);
            if (c >= ' ' && c < 0x7F) {
                marks = 0;
                i++;
                continue;
            }
            int codePoint = raw.codePointAt(i);
            CharacterKind kind = CharacterKind.of(codePoint);
            if (kind == CharacterKind.ZERO_WIDTH) {
                marks++;
            } else if (kind == CharacterKind.PLAIN) {
                marks = 0;
            } else {
                return new SafeLine(raw).text();
            }
            if (marks > MOST_MARKS) {
                return new SafeLine(raw).text();
            }
            i += Character.charCount(codePoint);
        }
        return raw;
    }
}
