package dev.warroom.text;

/**
 * Text for a person's regular expression, of which each look at a character is counted: one that
 * goes back and forth for ever ends. Looks are counted instead of time, so that the same expression
 * always ends the same way.
 */
public final class BoundedText implements CharSequence {

    private final CharSequence text;
    private final Looks looks;

    /** How many looks are left, on one text or several. Not for use by several threads. */
    public static final class Looks {
        private long left;

        /**
         * @param most at least 0
         */
        public Looks(long most) {
            left = most;
        }
    }

    /** No looks are left. */
    public static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Exhausted() {
            super(null, null, false, false);
        }
    }

    public BoundedText(CharSequence text, Looks looks) {
        this.text = text;
        this.looks = looks;
    }

    /**
     * @throws Exhausted where no looks are left
     */
    @Override
    public char charAt(int index) {
        if (--looks.left < 0) {
            throw new Exhausted();
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
