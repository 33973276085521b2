package dev.warroom.logs.clue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The characters of an expression, and which of them may stand behind which (Glushkov, "The
 * abstract theory of automata", 1961). A set of them says how far the expression may have come:
 * those that may be next.
 */
final class Positions {

    /** Stands behind the last character: something is found. */
    static final int FOUND = 0;

    private static final int MOST = 600;

    private final List<BitSet> symbols = new ArrayList<>(List.of(new BitSet()));
    private final List<BitSet> followers = new ArrayList<>(List.of(new BitSet()));
    private final BitSet first;

    /** The expression has more characters than are looked at. */
    private static final class TooMany extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A part of the expression.
     *
     * @param optional whether it may be the empty text
     */
    private record Stretch(boolean optional, BitSet first, BitSet last) {}

    private Positions(Part expression) throws TooMany {
        Stretch all = stretch(expression);
        first = (BitSet) all.first.clone();
        first.set(FOUND, all.optional);
        all.last.stream().forEach(it -> followers.get(it).set(FOUND));
    }

    /** Those of an expression; empty where there are too many. */
    static Optional<Positions> of(Part expression) {
        try {
            return Optional.of(new Positions(expression));
        } catch (TooMany e) {
            return Optional.empty();
        }
    }

    /** Those that an expression may begin with. */
    BitSet first() {
        return (BitSet) first.clone();
    }

    /** All of them, but not that something is found. */
    BitSet all() {
        BitSet all = new BitSet();
        all.set(FOUND + 1, symbols.size());
        return all;
    }

    /** Whether {@code symbol} is anywhere in the expression. */
    boolean has(int symbol) {
        return symbols.stream().anyMatch(it -> it.get(symbol));
    }

    /** Those that may be next behind {@code symbol}, where {@code before} may have been it. */
    BitSet behind(BitSet before, int symbol) {
        BitSet behind = new BitSet();
        for (int each = before.nextSetBit(0); each >= 0; each = before.nextSetBit(each + 1)) {
            if (symbols.get(each).get(symbol)) {
                behind.or(followers.get(each));
            }
        }
        return behind;
    }

    /** Those that may be next where the text begins. */
    BitSet atBegin() {
        return around(first, Symbol.BEGIN);
    }

    /** Those that may be next where the text ends; it may be empty, so that it begins there too. */
    BitSet atEnd(BitSet before) {
        return around(before, Symbol.END, Symbol.BEGIN);
    }

    /** Symbols that take no room may be there any number of times, or not. */
    private BitSet around(BitSet before, int... symbolsThere) {
        BitSet all = (BitSet) before.clone();
        int size;
        do {
            size = all.cardinality();
            for (int each : symbolsThere) {
                all.or(behind(all, each));
            }
        } while (all.cardinality() > size);
        return all;
    }

    private Stretch stretch(Part part) throws TooMany {
        return switch (part) {
            case Part.One(BitSet one) -> {
                if (symbols.size() > MOST) {
                    throw new TooMany();
                }
                BitSet alone = Symbol.only(symbols.size());
                symbols.add(one);
                followers.add(new BitSet());
                yield new Stretch(false, alone, alone);
            }
            case Part.Sequence(List<Part> parts) -> {
                Stretch all = new Stretch(true, new BitSet(), new BitSet());
                for (Part each : parts) {
                    all = joined(all, stretch(each));
                }
                yield all;
            }
            case Part.Choice(List<Part> parts) -> {
                Stretch any = new Stretch(false, new BitSet(), new BitSet());
                for (Part each : parts) {
                    Stretch one = stretch(each);
                    any =
                            new Stretch(
                                    any.optional || one.optional,
                                    union(any.first, one.first),
                                    union(any.last, one.last));
                }
                yield any;
            }
            case Part.Repeat repeat -> repeated(repeat);
        };
    }

    private Stretch repeated(Part.Repeat repeat) throws TooMany {
        Stretch all = new Stretch(true, new BitSet(), new BitSet());
        boolean endless = repeat.most() == Part.ENDLESS;
        int times = endless ? Math.max(1, repeat.least()) : repeat.most();
        for (int i = 1; i <= times; i++) {
            Stretch once = stretch(repeat.part());
            if (endless && i == times) {
                follow(once, once);
            }
            boolean optional = once.optional || i > repeat.least();
            all = joined(all, new Stretch(optional, once.first, once.last));
        }
        return all;
    }

    private Stretch joined(Stretch one, Stretch next) {
        follow(one, next);
        return new Stretch(
                one.optional && next.optional,
                one.optional ? union(one.first, next.first) : one.first,
                next.optional ? union(one.last, next.last) : next.last);
    }

    private void follow(Stretch one, Stretch next) {
        one.last.stream().forEach(it -> followers.get(it).or(next.first));
    }

    private static BitSet union(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.or(other);
        return both;
    }
}
