package dev.warroom.logs.clue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows an expression through bytes, each of which it looks at once, whatever the expression is.
 * Its states are made when they are first needed (Thompson, "Regular Expression Search Algorithm",
 * 1968), and forgotten when they are too many.
 */
public final class Automaton implements Clue {

    private static final int BYTES = 256;
    private static final int FOUND = -1;
    private static final int UNKNOWN = 0;
    private static final int MOST_STATES = 2_000;

    /** Lines that are longer may be cut before an expression is applied to them. */
    private static final int LONG_LINE = 4096;

    /** Where states are of use for fewer bytes than this, making them is slower than lines are. */
    private static final int WORTH = 100_000;

    private final Bytewise bytes;
    private final boolean endMatters;
    private volatile States states;
    private volatile boolean useless;

    private Automaton(Bytewise bytes, boolean endMatters) {
        this.bytes = bytes;
        this.endMatters = endMatters;
        this.states = new States();
    }

    /**
     * For lines as the room shows them.
     *
     * @param anyCase whether letter case does not matter
     * @return empty where it would be of no use
     */
    public static Optional<Automaton> ofShownLines(String expression, boolean anyCase) {
        return positions(expression, anyCase)
                .map(it -> new Automaton(new ShownLines(it), it.has(Symbol.END)));
    }

    /**
     * For events as they were written, of one or more lines.
     *
     * @return empty where it would be of no use
     */
    public static Optional<Automaton> ofEvents(String expression) {
        return positions(expression, false)
                .map(it -> new Automaton(new WrittenEvents(it), it.has(Symbol.END)));
    }

    private static Optional<Positions> positions(String expression, boolean anyCase) {
        return ExpressionReader.read(expression, anyCase)
                .flatMap(Positions::of)
                .filter(it -> !it.atBegin().get(Positions.FOUND));
    }

    @Override
    public int find(byte[] b, int from, int to) {
        int end = endMatters ? longLine(b, from, to) : to;
        States known = states;
        int[] table = known.table;
        int state = from > 0 && b[from - 1] == '\n' ? known.begin : known.anywhere;
        for (int at = from; at < end; at++) {
            int next = table[state + (b[at] & 0xFF)];
            if (next <= UNKNOWN) {
                if (next == UNKNOWN) {
                    next = known.behind(state, b[at] & 0xFF);
                    if (next == UNKNOWN) {
                        useless = known.looked(at - from) < WORTH;
                        Standing here = known.standing(state);
                        known = new States();
                        states = known;
                        next = known.behind(known.number(here), b[at] & 0xFF);
                    }
                    table = known.table;
                }
                if (next == FOUND || useless) {
                    known.looked(at - from);
                    return at;
                }
            }
            state = next;
        }
        known.looked(end - from);
        if (end < to) {
            return end;
        }
        return from < to && bytes.foundAtEnd(known.standing(state)) ? to - 1 : -1;
    }

    /** Where the first long line begins; {@code to} where there is none. */
    private static int longLine(byte[] b, int from, int to) {
        int line = from;
        while (to - line > LONG_LINE) {
            int at = line + LONG_LINE;
            while (at >= line && b[at] != '\n') {
                at--;
            }
            if (at < line) {
                return line;
            }
            line = at + 1;
        }
        return to;
    }

    /**
     * The states that are known. A state is the place in the table where the states behind it
     * begin, by their byte.
     */
    private final class States {
        private final Map<Standing, Integer> numbers = new HashMap<>();
        private final List<Standing> standings = new ArrayList<>();
        private volatile int[] table = new int[64 * BYTES];
        private final int begin;
        private final int anywhere;
        private long looked;

        States() {
            standings.add(bytes.begin());
            begin = number(bytes.begin());
            anywhere = number(bytes.anywhere());
        }

        /** So many bytes were followed with these; says how many have been by now. */
        private synchronized long looked(int count) {
            looked += count;
            return looked;
        }

        private synchronized Standing standing(int state) {
            return standings.get(state / BYTES);
        }

        /** Not known where there are too many. */
        private synchronized int behind(int state, int b) {
            if (table[state + b] == UNKNOWN) {
                Standing behind = bytes.behind(standing(state), b);
                int next = behind.found() ? FOUND : number(behind);
                // The table may be a longer one now.
                table[state + b] = next;
            }
            return table[state + b];
        }

        private synchronized int number(Standing standing) {
            Integer known = numbers.get(standing);
            if (known != null) {
                return known;
            }
            if (standings.size() == MOST_STATES) {
                return UNKNOWN;
            }
            int number = standings.size() * BYTES;
            standings.add(standing);
            numbers.put(standing, number);
            if (number + BYTES > table.length) {
                table = Arrays.copyOf(table, table.length * 2);
            }
            return number;
        }
    }
}
