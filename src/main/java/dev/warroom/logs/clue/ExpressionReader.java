package dev.warroom.logs.clue;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads a regular expression as Java's own engine does. What it makes of it finds at least what
 * that engine finds: looks at what stands around are left out, and what is taken possessively may
 * be given back.
 */
final class ExpressionReader {

    private static final int DEEPEST = 50;
    private static final int MOST_TIMES = 1_000;
    private static final BitSet DIGIT = Symbol.range('0', '9');
    private static final BitSet WORD = word();
    private static final BitSet BLANK = Symbol.of(" \t\n\u000B\f\r");

    private static final Part ANY_TEXT =
            new Part.Repeat(new Part.One(Symbol.range(0, Symbol.OTHER)), 0, Part.ENDLESS);

    private final String expression;
    private boolean anyCase;
    private int at;
    private int depth;

    /** Something in the expression is not understood. */
    private static final class Strange extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private ExpressionReader(String expression, boolean anyCase) {
        this.expression = expression;
        this.anyCase = anyCase;
    }

    /**
     * Its parts.
     *
     * @param expression one that Java's own engine takes
     * @param anyCase whether letter case does not matter
     * @return empty where something in it is not understood
     */
    static Optional<Part> read(String expression, boolean anyCase) {
        ExpressionReader reader = new ExpressionReader(expression, anyCase);
        try {
            Part all = reader.choice();
            return reader.more() ? Optional.empty() : Optional.of(all);
        } catch (Strange e) {
            return Optional.empty();
        }
    }

    private static BitSet word() {
        BitSet word = Symbol.range('a', 'z');
        word.or(Symbol.range('A', 'Z'));
        word.or(DIGIT);
        word.set('_');
        return word;
    }

    private boolean more() {
        return at < expression.length();
    }

    private boolean next(char c) {
        return more() && expression.charAt(at) == c;
    }

    private boolean take(String words) {
        boolean there = expression.startsWith(words, at);
        at += there ? words.length() : 0;
        return there;
    }

    private int character() throws Strange {
        if (!more()) {
            throw new Strange();
        }
        int codePoint = expression.codePointAt(at);
        at += Character.charCount(codePoint);
        return codePoint;
    }

    /** Up to the end, or to the bracket that closes the group it stands in. */
    private Part choice() throws Strange {
        boolean outside = anyCase;
        if (++depth > DEEPEST) {
            throw new Strange();
        }
        List<Part> branches = new ArrayList<>();
        do {
            branches.add(sequence());
        } while (take("|"));
        depth--;
        anyCase = outside;
        return branches.size() == 1 ? branches.getFirst() : new Part.Choice(branches);
    }

    private Part sequence() throws Strange {
        List<Part> parts = new ArrayList<>();
        while (more() && !next('|') && !next(')')) {
            if (take("(?i)")) {
                anyCase = true;
            } else if (take("\\Q")) {
                quoted(parts);
            } else {
                parts.add(repeated(atom()));
            }
        }
        return new Part.Sequence(parts);
    }

    private void quoted(List<Part> parts) throws Strange {
        while (more() && !expression.startsWith("\\E", at)) {
            Part one = one(character());
            // How often is said behind the end of the quotation, and holds for its last character.
            boolean last = take("\\E");
            parts.add(last ? repeated(one) : one);
            if (last) {
                return;
            }
        }
        take("\\E");
    }

    private Part one(int codePoint) {
        return new Part.One(Symbol.character(codePoint, anyCase));
    }

    private Part repeated(Part part) throws Strange {
        Part repeat = part;
        if (take("?")) {
            repeat = new Part.Repeat(part, 0, 1);
        } else if (take("*")) {
            repeat = new Part.Repeat(part, 0, Part.ENDLESS);
        } else if (take("+")) {
            repeat = new Part.Repeat(part, 1, Part.ENDLESS);
        } else if (take("{")) {
            int least = number();
            int most = least;
            if (take(",")) {
                most = next('}') ? Part.ENDLESS : number();
            }
            if (!take("}")) {
                throw new Strange();
            }
            repeat = new Part.Repeat(part, least, most);
        } else {
            return part;
        }
        if (!take("?")) {
            take("+");
        }
        return repeat;
    }

    private int number() throws Strange {
        int number = 0;
        int first = at;
        while (more() && DIGIT.get(expression.charAt(at)) && number <= MOST_TIMES) {
            number = number * 10 + (expression.charAt(at++) - '0');
        }
        if (at == first || number > MOST_TIMES) {
            throw new Strange();
        }
        return number;
    }

    private Part atom() throws Strange {
        int c = character();
        return switch (c) {
            case '(' -> group();
            case '[' -> new Part.One(set());
            case '.' -> new Part.One(Symbol.not(Symbol.of("\n\r")));
            case '^' -> new Part.One(Symbol.only(Symbol.BEGIN));
            case '$' -> new Part.One(Symbol.only(Symbol.END));
            case '\\' -> escaped();
            case '*', '+', '?', '{' -> throw new Strange();
            default -> one(c);
        };
    }

    private Part group() throws Strange {
        boolean outside = anyCase;
        boolean around = take("?=") || take("?!") || take("?<=") || take("?<!");
        if (!around && take("?")) {
            anyCase |= take("i");
            if (!take(":") && !take(">")) {
                name();
            }
        }
        Part inside = choice();
        anyCase = outside;
        if (!take(")")) {
            throw new Strange();
        }
        return around ? Part.NOTHING : inside;
    }

    private void name() throws Strange {
        if (!take("<")) {
            throw new Strange();
        }
        while (!take(">")) {
            if (!WORD.get(character())) {
                throw new Strange();
            }
        }
    }

    private Part escaped() throws Strange {
        int c = character();
        return switch (c) {
            case 'b', 'B' -> Part.NOTHING;
            case 'A' -> new Part.One(Symbol.only(Symbol.BEGIN));
            case 'z', 'Z' -> new Part.One(Symbol.only(Symbol.END));
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> reference();
            case 'k' -> {
                name();
                yield ANY_TEXT;
            }
            case 'p', 'P', 'h', 'H', 'v', 'V' -> new Part.One(asked(at - 2, property(c)));
            default -> {
                Optional<BitSet> named = named(c);
                yield named.isPresent() ? new Part.One(named.get()) : one(plain(c));
            }
        };
    }

    /** What a group has found may be any text. */
    private Part reference() {
        while (more() && DIGIT.get(expression.charAt(at))) {
            at++;
        }
        return ANY_TEXT;
    }

    /**
     * Where the name of what {@code letter} begins ends: behind {@code \\p} and {@code \\P} it has
     * one.
     */
    private int property(int letter) throws Strange {
        if ((letter == 'p' || letter == 'P') && character() == '{') {
            while (!take("}")) {
                character();
            }
        }
        return at;
    }

    /** The set that stands between two places of the expression, as Java's own engine takes it. */
    private BitSet asked(int from, int to) throws Strange {
        String set = expression.substring(from, to);
        BitSet taken = Symbol.only(Symbol.OTHER);
        // Behind (?i), other letters than those of ASCII keep their case.
        int[] ways =
                anyCase
                        ? new int[] {CASE_INSENSITIVE, CASE_INSENSITIVE | UNICODE_CASE}
                        : new int[1];
        for (int way : ways) {
            Predicate<String> takes = compiled(set, way).asMatchPredicate();
            for (int each = 0; each < Symbol.OTHER; each++) {
                if (takes.test(Character.toString(each))) {
                    taken.set(each);
                }
            }
        }
        return taken;
    }

    /** Where one set ends has been mistaken if it is no expression by itself. */
    private static Pattern compiled(String set, int flags) throws Strange {
        try {
            return Pattern.compile(set, flags);
        } catch (PatternSyntaxException e) {
            throw new Strange();
        }
    }

    /** The set that a letter behind a backslash stands for. */
    private static Optional<BitSet> named(int letter) {
        return Optional.ofNullable(
                switch (letter) {
                    case 'd' -> DIGIT;
                    case 'D' -> Symbol.not(DIGIT);
                    case 's' -> BLANK;
                    case 'S' -> Symbol.not(BLANK);
                    case 'w' -> WORD;
                    case 'W' -> Symbol.not(WORD);
                    default -> null;
                });
    }

    /** The character that one behind a backslash stands for. */
    private int plain(int c) throws Strange {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case 'e' -> 0x1B;
            case 'x' -> code(2);
            case 'u' -> code(4);
            default -> {
                if (WORD.get(c) && c != '_' || c >= Symbol.OTHER) {
                    throw new Strange();
                }
                yield c;
            }
        };
    }

    private int code(int digits) throws Strange {
        int code = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(character(), 16);
            if (digit < 0) {
                throw new Strange();
            }
            code = code * 16 + digit;
        }
        return code;
    }

    /** Behind its first bracket. */
    private BitSet set() throws Strange {
        int begin = at;
        try {
            return plainSet();
        } catch (Strange e) {
            at = begin;
            skipSet();
            return asked(begin - 1, at);
        }
    }

    /** Behind the first bracket of a set in which others may stand, goes behind its last one. */
    private void skipSet() throws Strange {
        take("^");
        for (boolean first = true; first || !take("]"); first = false) {
            int c = character();
            if (c == '[') {
                skipSet();
            } else if (c == '\\' && character() == 'Q' || first && c == ']') {
                throw new Strange();
            }
        }
    }

    private BitSet plainSet() throws Strange {
        boolean not = take("^");
        if (next(']')) {
            throw new Strange();
        }
        BitSet set = new BitSet();
        while (!take("]")) {
            if (expression.startsWith("&&", at) || next('[')) {
                throw new Strange();
            }
            int first = character();
            if (first == '\\') {
                int letter = character();
                Optional<BitSet> named = named(letter);
                if (named.isPresent()) {
                    set.or(named.get());
                    continue;
                }
                first = plain(letter);
            }
            set.or(Symbol.characters(first, last(first), anyCase));
        }
        return not ? Symbol.not(set) : set;
    }

    /** The last one of a range that begins with {@code first}, which may be one character. */
    private int last(int first) throws Strange {
        if (!next('-') || expression.startsWith("-]", at)) {
            return first;
        }
        at++;
        int last = character();
        if (last == '[') {
            throw new Strange();
        }
        return last == '\\' ? plain(character()) : last;
    }
}
