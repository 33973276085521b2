package dev.warroom.logs.clue;

/** How the bytes of a log become the text that an expression is applied to. */
abstract class Bytewise {

    /** Those of the expression. */
    final Positions positions;

    private final Standing begin;

    Bytewise(Positions positions) {
        this.positions = positions;
        this.begin = new Standing(positions.atBegin());
    }

    /** At the beginning of a text. */
    final Standing begin() {
        return begin;
    }

    /** At a place of which it is not known what stands before it. */
    final Standing anywhere() {
        return new Standing(positions.all());
    }

    /** Whether the expression may find something where the text ends here. */
    final boolean foundAtEnd(Standing here) {
        return positions.atEnd(here.next()).get(Positions.FOUND);
    }

    /**
     * Behind one more byte.
     *
     * @param b 0 to 255
     */
    abstract Standing behind(Standing before, int b);
}
