package dev.warroom.room;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Lets through the lines that a regular expression finds something in.
 *
 * @param words as typed
 */
public record LogFilter(String words, Pattern pattern) {

    /**
     * How many characters a match may look at, as a multiple of the line's length, before it is
     * given up.
     */
    private static final int PATIENCE = 200;

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
        try {
            return new LogFilter(
                    words,
                    Pattern.compile(
                            words,
                            plainCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0));
        } catch (PatternSyntaxException e) {
            throw new Unusable(
                    "\"" + words + "\" is not a regular expression: " + e.getDescription());
        } catch (StackOverflowError e) {
            throw new Unusable("the regular expression is nested too deeply");
        }
    }

    /**
     * @throws Unusable if the expression takes out of all proportion long
     */
    public boolean lets(LogLine line) throws Unusable {
        try {
            return pattern.matcher(new Watched(line.text(), new long[] {steps(line.text())}))
                    .find();
        } catch (Watched.Tired e) {
            throw new Unusable("\"" + words + "\" takes too long on a line; say it more simply");
        } catch (StackOverflowError e) {
            throw new Unusable(
                    "\"" + words + "\" needs too much memory on a line; say it more simply");
        }
    }

    private static long steps(String text) {
        return 10_000L + (long) PATIENCE * text.length();
    }

    /**
     * Counts looks instead of reading a clock, so that the same filter always ends the same way.
     */
    private record Watched(CharSequence text, long[] left) implements CharSequence {

        private static final class Tired extends RuntimeException {
            private static final long serialVersionUID = 1L;

            Tired() {
                super(null, null, false, false);
            }
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new Tired();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
