package dev.warroom.room;

/**
 * One key as the terminal reports it.
 *
 * @param kind which key
 * @param codePoint what it writes; 0 for all but {@code CHARACTER} and {@code CONTROL}
 */
public record Key(Kind kind, int codePoint) {

    /** The keys that the room tells apart. */
    public enum Kind {
        CHARACTER,
        /** Ctrl with the letter {@link Key#codePoint()}, in lower case. */
        CONTROL,
        ENTER,
        ESCAPE,
        TAB,
        BACK_TAB,
        BACKSPACE,
        DELETE,
        UP,
        DOWN,
        LEFT,
        RIGHT,
        HOME,
        END,
        PAGE_UP,
        PAGE_DOWN,
        /** Something the terminal sent that no key here means. */
        OTHER
    }

    public static Key character(int codePoint) {
        return new Key(Kind.CHARACTER, codePoint);
    }

    /** Ctrl with {@code letter}. */
    public static Key control(char letter) {
        return new Key(Kind.CONTROL, letter);
    }

    public static Key of(Kind kind) {
        return new Key(kind, 0);
    }

    /** As help names it: {@code Enter}, {@code ^d}, {@code PgUp}. */
    public String label() {
        return switch (kind) {
            case CHARACTER -> codePoint == ' ' ? "Space" : Character.toString(codePoint);
            case CONTROL -> "^" + Character.toString(codePoint);
            case ENTER -> "Enter";
            case ESCAPE -> "Esc";
            case TAB -> "Tab";
            case BACK_TAB -> "S-Tab";
            case BACKSPACE -> "Backspace";
            case DELETE -> "Del";
            case UP -> "↑";
            case DOWN -> "↓";
            case LEFT -> "←";
            case RIGHT -> "→";
            case HOME -> "Home";
            case END -> "End";
            case PAGE_UP -> "PgUp";
            case PAGE_DOWN -> "PgDn";
            case OTHER -> "?";
        };
    }
}
