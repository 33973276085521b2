package dev.warroom.logs.clue;

/** How the bytes of a log become the text that an expression is applied to. */
interface Bytewise {

    /** At the beginning of a text. */
    Standing begin();

    /** At a place of which it is not known what stands before it. */
    Standing anywhere();

    /**
     * Behind one more byte.
     *
     * @param b 0 to 255
     */
    Standing behind(Standing before, int b);

    /** Whether the expression may find something where the text ends here. */
    boolean foundAtEnd(Standing here);
}
