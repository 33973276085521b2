package dev.warroom.logs.clue;

import java.util.BitSet;

/**
 * Each line is a text of its own, made safe to draw: colours are left out, a tab is some blanks,
 * and characters that a terminal would obey or hide are spelt out.
 */
final class ShownLines extends Bytewise {

    private static final int ESCAPE = 0x1B;
    private static final int DELETE = 0x7F;
    private static final int WIDEST_TAB = 8;

    /** A code point has no more of these digits. */
    private static final int MOST_DIGITS = 6;

    private static final String DIGITS = "0123456789ABCDEF";

    ShownLines(Positions positions) {
        super(positions);
    }

    @Override
    Standing behind(Standing before, int b) {
        BitSet here = before.next();
        if (b == '\n') {
            return foundAtEnd(before) ? found() : begin();
        }
        if (b == ESCAPE) {
            return new Standing(behind(here, Symbol.OTHER), here);
        }
        BitSet next =
                switch (b) {
                    // How many of them there are is said where they stand together.
                    case 0 -> found().next();
                    case '\t' -> tab(here);
                    // Nothing at the end of a line.
                    case '\r' -> union(here, behind(here, Symbol.OTHER));
                    default ->
                            b >= Symbol.OTHER
                                    ? notAscii(here)
                                    : behind(here, b < ' ' || b == DELETE ? Symbol.OTHER : b);
                };
        BitSet afterColour = before.afterColour();
        if (afterColour.isEmpty() || b == '[' || b >= '0' && b <= ';') {
            return new Standing(next, afterColour);
        }
        return new Standing(b == 'm' ? union(next, afterColour) : next);
    }

    private static Standing found() {
        return new Standing(Symbol.only(Positions.FOUND));
    }

    /** It may always begin anew. */
    private BitSet behind(BitSet here, int symbol) {
        BitSet next = positions.behind(here, symbol);
        next.or(positions.first());
        return next;
    }

    private BitSet tab(BitSet here) {
        BitSet all = new BitSet();
        BitSet next = here;
        for (int i = 0; i < WIDEST_TAB; i++) {
            next = behind(next, ' ');
            all.or(next);
        }
        return all;
    }

    /**
     * A byte of a character that is not ASCII: its first one, or a further one; and where it is
     * hidden, it stands as digits between two others.
     */
    private BitSet notAscii(BitSet here) {
        BitSet one = behind(here, Symbol.OTHER);
        BitSet all = union(here, one);
        BitSet spelt = one;
        for (int i = 0; i < MOST_DIGITS; i++) {
            BitSet digit = new BitSet();
            for (int each = 0; each < DIGITS.length(); each++) {
                digit.or(behind(spelt, DIGITS.charAt(each)));
            }
            all.set(Positions.FOUND, all.get(Positions.FOUND) || digit.get(Positions.FOUND));
            all.or(behind(digit, Symbol.OTHER));
            spelt = digit;
        }
        return all;
    }

    private static BitSet union(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }
}
