package dev.warroom.journal;

/** A line is not as it was written; the place is known to the reader only. */
final class LineDamage extends Exception {

    private static final long serialVersionUID = 1L;

    private final String advice;

    LineDamage(String what, String advice) {
        super(what, null, false, false);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
