package dev.warroom.logs.clue;

import java.util.BitSet;

/**
 * A text may go on in the next line, where something may also begin and end. Nothing of it is
 * changed.
 */
final class WrittenEvents implements Bytewise {

    private final Positions positions;
    private final Standing begin;

    WrittenEvents(Positions positions) {
        this.positions = positions;
        this.begin = new Standing(positions.atBegin());
    }

    @Override
    public Standing begin() {
        return begin;
    }

    @Override
    public Standing anywhere() {
        return new Standing(positions.all());
    }

    @Override
    public boolean foundAtEnd(Standing here) {
        return positions.atEnd(here.next()).get(Positions.FOUND);
    }

    @Override
    public Standing behind(Standing before, int b) {
        BitSet here = before.next();
        if (b == '\n' || b == '\r' || b >= Symbol.OTHER) {
            // A text also ends before the line's end that is its last character.
            here = positions.atEnd(here);
        }
        BitSet next = positions.behind(here, Math.min(b, Symbol.OTHER));
        next.or(b == '\n' ? begin.next() : positions.first());
        if (b == '\n') {
            next.set(Positions.FOUND, here.get(Positions.FOUND) || next.get(Positions.FOUND));
        } else if (b == '\r' || b >= Symbol.OTHER) {
            // It may be left out, or be a further byte of the same character.
            next.or(before.next());
        }
        return new Standing(next);
    }
}
