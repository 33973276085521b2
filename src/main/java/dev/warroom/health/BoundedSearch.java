package dev.warroom.health;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Looks for a person's regular expression in text from outside, and gives up in time. */
final class BoundedSearch {

    /** Characters looked at, many times over for an expression that goes back and forth. */
    private static final int MOST_LOOKS = 20_000_000;

    private BoundedSearch() {}

    /** Whether {@code pattern} is found; one that takes too long is not. */
    static boolean finds(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(new Counted(text)).find();
        } catch (PatternSyntaxException | TooLong | StackOverflowError e) {
            return false;
        }
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super(null, null, false, false);
        }
    }

    private static final class Counted implements CharSequence {
        private final CharSequence text;
        private int left = MOST_LOOKS;

        Counted(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooLong();
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
