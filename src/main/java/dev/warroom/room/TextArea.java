package dev.warroom.room;

/**
 * Lines of text being written.
 *
 * @param text with LF line ends, at most {@link #MOST_CHARACTERS} characters
 * @param cursor 0 to the text's length, never inside a surrogate pair
 */
public record TextArea(String text, int cursor) {

    /** More is not taken. */
    public static final int MOST_CHARACTERS = 16_000;

    /** {@code text}, ready to be added to. */
    public static TextArea of(String text) {
        TextArea empty = new TextArea("", 0);
        return empty.inserted(text);
    }

    /** The text after {@code key}; the same where the key edits nothing. */
    public TextArea typed(Key key) {
        return switch (key.kind()) {
            case CHARACTER -> inserted(Character.toString(key.codePoint()));
            case ENTER -> inserted("\n");
            case BACKSPACE -> cut(before(), cursor);
            case DELETE -> cut(cursor, after());
            case LEFT -> new TextArea(text, before());
            case RIGHT -> new TextArea(text, after());
            case UP -> moved(-1);
            case DOWN -> moved(1);
            case PAGE_UP -> moved(-10);
            case PAGE_DOWN -> moved(10);
            case HOME -> new TextArea(text, lineStart(cursor));
            case END -> new TextArea(text, lineEnd(cursor));
            case CONTROL ->
                    switch (key.codePoint()) {
                        case 'u' -> cut(lineStart(cursor), cursor);
                        case 'k' -> cut(cursor, lineEnd(cursor));
                        case 'w' -> cut(wordStart(), cursor);
                        case 'a' -> new TextArea(text, lineStart(cursor));
                        case 'e' -> new TextArea(text, lineEnd(cursor));
                        case 'h' -> cut(before(), cursor);
                        default -> this;
                    };
            case ESCAPE, TAB, BACK_TAB, OTHER -> this;
        };
    }

    /**
     * The text with {@code more} at the cursor, its line breaks as LF and other control characters
     * as spaces, as much of it as there is room for.
     */
    public TextArea inserted(String more) {
        String clean =
                Fitting.beginning(
                        more.replaceAll("\\R", "\n").replaceAll("[\\p{Cc}&&[^\n]]", " "),
                        MOST_CHARACTERS - text.length());
        return new TextArea(
                text.substring(0, cursor) + clean + text.substring(cursor),
                cursor + clean.length());
    }

    private TextArea cut(int from, int to) {
        return new TextArea(text.substring(0, from) + text.substring(to), from);
    }

    /** Up or down, in the column where it is, or at the end of a line that is shorter. */
    private TextArea moved(int lines) {
        int column = text.codePointCount(lineStart(cursor), cursor);
        int at = lineStart(cursor);
        for (int i = 0; i < Math.abs(lines); i++) {
            if (lines < 0 && at > 0) {
                at = lineStart(at - 1);
            } else if (lines > 0 && lineEnd(at) < text.length()) {
                at = lineEnd(at) + 1;
            }
        }
        int end = lineEnd(at);
        int most = text.codePointCount(at, end);
        return new TextArea(text, text.offsetByCodePoints(at, Math.min(column, most)));
    }

    private int lineStart(int at) {
        return at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
    }

    private int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int before() {
        return cursor == 0 ? 0 : text.offsetByCodePoints(cursor, -1);
    }

    private int after() {
        return cursor == text.length() ? cursor : text.offsetByCodePoints(cursor, 1);
    }

    private int wordStart() {
        int at = cursor;
        int start = lineStart(cursor);
        while (at > start && text.charAt(at - 1) == ' ') {
            at--;
        }
        while (at > start && text.charAt(at - 1) != ' ') {
            at--;
        }
        return at;
    }
}
