package dev.warroom.logs.clue;

import java.util.BitSet;

/**
 * How far an expression has come at one place of a text.
 *
 * @param next what of it may be next
 * @param afterColour what may be next once a colour that seems to begin here has ended; empty where
 *     none does
 */
record Standing(BitSet next, BitSet afterColour) {

    Standing(BitSet next) {
        this(next, new BitSet());
    }

    /** Whether the expression may have found something here. */
    boolean found() {
        return next.get(Positions.FOUND);
    }
}
