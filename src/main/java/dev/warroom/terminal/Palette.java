package dev.warroom.terminal;

import com.googlecode.lanterna.TextColor;

import dev.warroom.view.Ink;

/**
 * Which colour each ink is. The sixteen colours of the terminal's own scheme, so that it suits dark
 * and light ones; none where the person asked for none (https://no-color.org).
 */
final class Palette {

    private final boolean coloured;

    Palette(boolean coloured) {
        this.coloured = coloured;
    }

    TextColor of(Ink ink) {
        if (!coloured) {
            return TextColor.ANSI.DEFAULT;
        }
        return switch (ink) {
            case PLAIN -> TextColor.ANSI.DEFAULT;
            case MUTED -> TextColor.ANSI.BLACK_BRIGHT;
            case ACCENT -> TextColor.ANSI.CYAN;
            case GOOD -> TextColor.ANSI.GREEN;
            case WARNING -> TextColor.ANSI.YELLOW;
            case BAD -> TextColor.ANSI.RED;
        };
    }
}
