package dev.warroom.view;

/** What is drawn where the terminal's character set is not Unicode. */
final class Ascii {

    private Ascii() {}

    /** One ASCII character for any code point. */
    static int of(int codePoint) {
        if (codePoint < 0x7F) {
            return codePoint;
        }
        return switch (codePoint) {
            case '─', '━', '–', '—', '▔', '┈' -> '-';
            case '│', '┃', '▏' -> '|';
            case '╭', '╮', '╰', '╯', '┏', '┓', '┗', '┛' -> '+';
            case '○', '□', '◇' -> 'o';
            case '●', '◆' -> '*';
            case '✓' -> '+';
            case '✗' -> 'x';
            case '■' -> '#';
            case '▶', '▸' -> '>';
            case '·' -> '.';
            case '¶' -> '"';
            case '»' -> '>';
            case '…' -> '~';
            case '≥' -> '>';
            case '≤' -> '<';
            case '≈' -> '%';
            case '↳' -> '\\';
            case '↑' -> '^';
            case '↓' -> 'v';
            case '←' -> '<';
            case '→' -> '>';
            case '▁', '▂' -> '_';
            case '▃', '▄' -> '.';
            case '▅', '▆' -> '=';
            case '▇', '█' -> '#';
            default -> braille(codePoint);
        };
    }

    private static int braille(int codePoint) {
        return codePoint < 0x2800 || codePoint > 0x28FF
                ? '?'
                : " __..==##".charAt(Braille.weight(codePoint));
    }
}
