package dev.warroom.room;

/**
 * A line of text being typed.
 *
 * @param text at most {@link #MOST_CHARACTERS} characters
 * @param cursor 0 to the text's length, never inside a surrogate pair
 */
public record Line(String text, int cursor) {

    /** More is not taken. */
    public static final int MOST_CHARACTERS = 4000;

    public static final Line EMPTY = new Line("", 0);

    /** {@code text}, ready to be added to. */
    public static Line of(String text) {
        return new Line(text, text.length());
    }

    /** The line after {@code key}; the same line where the key edits nothing. */
    public Line typed(Key key) {
        return switch (key.kind()) {
            case CHARACTER -> inserted(Character.toString(key.codePoint()));
            case BACKSPACE -> cut(before(), cursor);
            case DELETE -> cut(cursor, after());
            case LEFT -> new Line(text, before());
            case RIGHT -> new Line(text, after());
            case HOME -> new Line(text, 0);
            case END -> Line.of(text);
            case CONTROL ->
                    switch (key.codePoint()) {
                        case 'u' -> cut(0, cursor);
                        case 'k' -> cut(cursor, text.length());
                        case 'w' -> cut(wordStart(), cursor);
                        case 'a' -> new Line(text, 0);
                        case 'e' -> Line.of(text);
                        case 'h' -> cut(before(), cursor);
                        default -> this;
                    };
            case ENTER, ESCAPE, TAB, BACK_TAB, UP, DOWN, PAGE_UP, PAGE_DOWN, OTHER -> this;
        };
    }

    /**
     * The line with {@code more} at the cursor, line breaks and control characters as spaces, as
     * much of it as there is room for.
     */
    public Line inserted(String more) {
        String clean =
                Fitting.beginning(
                        more.replaceAll("\\R|\\p{Cc}", " "), MOST_CHARACTERS - text.length());
        return new Line(
                text.substring(0, cursor) + clean + text.substring(cursor),
                cursor + clean.length());
    }

    /** The same line with nothing of its text to be read. */
    public Line hidden() {
        return new Line("*".repeat(text.length()), cursor);
    }

    private Line cut(int from, int to) {
        return new Line(text.substring(0, from) + text.substring(to), from);
    }

    private int before() {
        return cursor == 0 ? 0 : text.offsetByCodePoints(cursor, -1);
    }

    private int after() {
        return cursor == text.length() ? cursor : text.offsetByCodePoints(cursor, 1);
    }

    private int wordStart() {
        int at = cursor;
        while (at > 0 && text.charAt(at - 1) == ' ') {
            at--;
        }
        while (at > 0 && text.charAt(at - 1) != ' ') {
            at--;
        }
        return at;
    }
}
