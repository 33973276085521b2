package dev.warroom.logs.clue;

import java.util.BitSet;

/**
 * A text may go on in the next line, where something may also begin and end. Nothing of it is
 * changed.
 */
final class WrittenEvents extends Bytewise {

    WrittenEvents(Positions positions) {
        super(positions);
    }

    @Override
    Standing behind(Standing before, int b) {
        BitSet here = before.next();
        if (b == '\n' || b == '\r' || b >= Symbol.OTHER) {
            // A text also ends before the line's end that is its last character.
            here = positions.atEnd(here);
        }
        BitSet next = positions.behind(here, Math.min(b, Symbol.OTHER));
        next.or(b == '\n' ? begin().next() : positions.first());
        if (b == '\n') {
            next.set(Positions.FOUND, here.get(Positions.FOUND) || next.get(Positions.FOUND));
        } else if (b == '\r' || b >= Symbol.OTHER) {
            // It may be left out, or be a further byte of the same character.
            next.or(before.next());
        }
        return new Standing(next);
    }
}
