package dev.warroom.logs.clue;

import java.util.BitSet;

/** What a text is made of, as numbers: ASCII characters are their own. */
final class Symbol {

    private static final int ASCII = 128;

    /** Any character that is not ASCII. */
    static final int OTHER = ASCII;

    /** Where a text begins. */
    static final int BEGIN = ASCII + 1;

    /** Where it ends. */
    static final int END = ASCII + 2;

    private Symbol() {}

    /** Only this one. */
    static BitSet only(int symbol) {
        BitSet set = new BitSet();
        set.set(symbol);
        return set;
    }

    /** These characters, all of them ASCII. */
    static BitSet of(String characters) {
        BitSet set = new BitSet();
        characters.chars().forEach(set::set);
        return set;
    }

    /** All ASCII characters from one to another. */
    static BitSet range(int first, int last) {
        BitSet set = new BitSet();
        set.set(first, last + 1);
        return set;
    }

    /**
     * All characters but these. Others than ASCII are always among them, because a set that has
     * some of them seldom has all.
     */
    static BitSet not(BitSet characters) {
        BitSet set = range(0, ASCII - 1);
        set.andNot(characters);
        set.set(OTHER);
        return set;
    }

    /**
     * What a character of an expression stands for.
     *
     * @param anyCase whether its capital, or its small letter, is meant as well
     */
    static BitSet character(int codePoint, boolean anyCase) {
        BitSet set = only(codePoint < ASCII ? codePoint : OTHER);
        if (anyCase) {
            int small = Character.toLowerCase(Character.toUpperCase(codePoint));
            if (small < ASCII) {
                set.set(small);
                set.set(Character.toUpperCase(small));
            }
            if (Character.isLetter(codePoint)) {
                // A few letters that are not ASCII have an ASCII one as their other case.
                set.set(OTHER);
            }
        }
        return set;
    }

    /** The characters from one to another, as {@link #character} takes each. */
    static BitSet characters(int first, int last, boolean anyCase) {
        BitSet set = new BitSet();
        for (int each = first; each <= Math.min(last, ASCII - 1); each++) {
            set.or(character(each, anyCase));
        }
        if (last >= ASCII) {
            set.set(OTHER);
        }
        return set;
    }
}
