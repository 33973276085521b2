package dev.warroom.room;

import dev.warroom.text.BoundedText;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Lets through the lines that a regular expression finds something in.
 *
 * @param words as typed
 */
public record LogFilter(String words, Pattern pattern) {

    /** The expression cannot be used. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /** Letter case matters only where {@code words} has an upper-case letter. */
    public static LogFilter of(String words) throws Unusable {
        boolean plainCase = words.codePoints().noneMatch(Character::isUpperCase);
        return compiled(words, plainCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    }

    /** One that finds what any of {@code all} does. */
    static LogFilter any(List<LogFilter> all) throws Unusable {
        if (all.size() == 1) {
            return all.getFirst();
        }
        boolean same = all.stream().allMatch(LogFilter::anyCase);
        StringJoiner words = new StringJoiner("|");
        for (LogFilter each : all) {
            words.add((each.anyCase() && !same ? "(?i:" : "(?:") + each.words + ")");
        }
        return of(words.toString());
    }

    /** Letter case matters. */
    public static LogFilter exactly(String words) throws Unusable {
        return compiled(words, 0);
    }

    /** Whether letter case does not matter. */
    public boolean anyCase() {
        return (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
    }

    private static LogFilter compiled(String words, int flags) throws Unusable {
        try {
            return new LogFilter(words, Pattern.compile(words, flags));
        } catch (PatternSyntaxException e) {
            throw new Unusable(
                    "\"" + words + "\" is not a regular expression: " + e.getDescription());
        } catch (StackOverflowError e) {
            throw new Unusable("the regular expression is nested too deeply");
        }
    }

    /**
     * How much it may do on some lines together. Enough for an expression that is merely slow on a
     * few of them; one that would hold up the room is given up.
     */
    static final class Patience {
        private static final long AT_LEAST = 2_000_000;
        private static final long PER_LINE = 1_000;

        private final BoundedText.Looks looks;

        Patience(int lines) {
            looks = new BoundedText.Looks(AT_LEAST + PER_LINE * lines);
        }
    }

    /**
     * @param patience what is left of it grows less with each character looked at
     * @throws Unusable if it runs out
     */
    boolean lets(LogLine line, Patience patience) throws Unusable {
        return lets(line.text(), patience);
    }

    /**
     * Whether it finds something in {@code text}, for which it may take some tenths of a second.
     *
     * @throws Unusable if it takes longer
     */
    public boolean lets(String text) throws Unusable {
        return lets(text, new Patience(text.length() / 100));
    }

    private boolean lets(String text, Patience patience) throws Unusable {
        try {
            return pattern.matcher(new BoundedText(text, patience.looks)).find();
        } catch (BoundedText.Exhausted e) {
            throw new Unusable("\"" + words + "\" takes too long; say it more simply");
        } catch (StackOverflowError e) {
            throw new Unusable("\"" + words + "\" needs too much memory; say it more simply");
        }
    }
}
