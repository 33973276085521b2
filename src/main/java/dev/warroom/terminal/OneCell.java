package dev.warroom.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.TextColor;
import com.googlecode.lanterna.screen.Screen;

import java.util.EnumSet;

/**
 * A character that Lanterna need not measure, and compares by looking whether it is the same one.
 * Measuring and comparing 10,000 cells anew would be most of what a picture costs.
 */
final class OneCell extends TextCharacter {

    /** A blank that is like what Lanterna takes for an empty cell, which it does not draw. */
    static final OneCell BLANK =
            new OneCell(' ', TextColor.ANSI.DEFAULT, EnumSet.noneOf(SGR.class));

    private static final long serialVersionUID = 1;

    // What Lanterna offers in its place makes characters that cannot be of another class.
    @SuppressWarnings("deprecation")
    OneCell(char character, TextColor ink, EnumSet<SGR> modifiers) {
        super(character, ink, TextColor.ANSI.DEFAULT, modifiers);
    }

    @Override
    public boolean isDoubleWidth() {
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || this == BLANK && other == Screen.DEFAULT_CHARACTER;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
