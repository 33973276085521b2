package dev.warroom.logs.clue;

import java.util.BitSet;
import java.util.List;

/** A part of an expression. */
sealed interface Part {

    /** One character, or one end of the text, of those that {@link Symbol} numbers. */
    record One(BitSet symbols) implements Part {}

    /** All of them, one behind the other; none is the empty text. */
    record Sequence(List<Part> parts) implements Part {}

    /** Any of them. */
    record Choice(List<Part> parts) implements Part {}

    /**
     * The same several times.
     *
     * @param most at least {@code least}; {@link #ENDLESS} for any number
     */
    record Repeat(Part part, int least, int most) implements Part {}

    /** No limit to how often. */
    int ENDLESS = Integer.MAX_VALUE;

    /** The empty text. */
    Part NOTHING = new Sequence(List.of());
}
