package dev.warroom.runbook;

import java.util.Set;

/**
 * Rule: where the title of an entry ends. Editors break lines wherever a column is reached, so a
 * line that is long, or that goes on with a small letter, belongs with the next; of more than a
 * title can hold, the first sentence is it.
 *
 * @param words the title, with its markup
 * @param rest what follows it; may be empty
 */
record Opening(String words, String rest) {

    /** Titles that are longer than this, in characters, are cut. */
    static final int LONGEST = 100;

    /** A line of so many characters was probably broken by an editor. */
    private static final int BROKEN = 60;

    private static final int SHORTEST_SENTENCE = 8;

    private static final Set<String> ABBREVIATIONS =
            Set.of("etc", "vs", "approx", "resp", "no", "ca");

    /**
     * @param raw a paragraph with its markup and line breaks
     */
    static Opening of(String raw) {
        int end = lineEnd(raw, 0);
        while (end < raw.length() && end <= LONGEST && goesOn(raw, end)) {
            end = lineEnd(raw, end + 1);
        }
        if (end > LONGEST) {
            int sentence = sentence(raw.substring(0, Math.min(end, LONGEST + 1)));
            end = sentence > 0 ? sentence : lineEnd(raw, 0);
        }
        return new Opening(raw.substring(0, end), raw.substring(end).strip());
    }

    /** Where what follows the last question, or the last colon at the end of a line, begins. */
    static int lastStretch(String raw) {
        int from = 0;
        for (int end = lineEnd(raw, 0); end < raw.length(); end = lineEnd(raw, end + 1)) {
            if (":?\\ ".indexOf(raw.charAt(end - 1)) >= 0 && isClosed(raw.substring(from, end))) {
                from = end + 1;
            }
        }
        return from;
    }

    /** Whether each line goes on with the next. */
    static boolean isOneStretch(String raw) {
        int end = lineEnd(raw, 0);
        while (end < raw.length() && goesOn(raw, end)) {
            end = lineEnd(raw, end + 1);
        }
        return end >= raw.length();
    }

    private static int lineEnd(String raw, int from) {
        int end = raw.indexOf('\n', from);
        return end < 0 ? raw.length() : end;
    }

    /** Whether the line that ends at {@code end} was broken in the midst of what it says. */
    private static boolean goesOn(String raw, int end) {
        int begin = raw.lastIndexOf('\n', end - 1) + 1;
        char last = end == begin ? ':' : raw.charAt(end - 1);
        String next = raw.substring(end + 1, lineEnd(raw, end + 1)).strip();
        if (".:!?;\\ ".indexOf(last) >= 0 || next.isEmpty() || Expected.in(next).isPresent()) {
            return false;
        }
        return end - begin >= BROKEN || Character.isLowerCase(next.charAt(0));
    }

    /** Where the first sentence ends of which no markup is left open; 0 where none does. */
    private static int sentence(String words) {
        for (int i = SHORTEST_SENTENCE; i + 2 < words.length(); i++) {
            if (".!?:".indexOf(words.charAt(i)) >= 0
                    && Character.isWhitespace(words.charAt(i + 1))
                    && !Character.isLowerCase(words.charAt(i + 2))
                    && !isAbbreviated(words, i)
                    && isClosed(words.substring(0, i + 1))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Whether the point at {@code at} ends a short form, and no sentence: {@code e.g.}. */
    private static boolean isAbbreviated(String words, int at) {
        int from = at;
        while (from > 0 && !Character.isWhitespace(words.charAt(from - 1))) {
            from--;
        }
        String word = words.substring(from, at);
        return words.charAt(at) == '.'
                && (word.length() < 2 || word.indexOf('.') >= 0 || ABBREVIATIONS.contains(word));
    }

    private static boolean isClosed(String words) {
        return isEven(words, '`')
                && isEven(words, '*')
                && count(words, '[') == count(words, ']')
                && count(words, '(') == count(words, ')');
    }

    private static boolean isEven(String words, char mark) {
        return count(words, mark) % 2 == 0;
    }

    private static long count(String words, char mark) {
        return words.chars().filter(it -> it == mark).count();
    }
}
