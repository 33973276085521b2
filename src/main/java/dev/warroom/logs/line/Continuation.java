package dev.warroom.logs.line;

/** Knows lines that go on with the event before: stack traces, and what stands further in. */
final class Continuation {

    private Continuation() {}

    /** Whether the line begins with a blank, or holds nothing. */
    static boolean indented(byte[] b, int from, int to) {
        return from == to || b[from] == ' ' || b[from] == '\t';
    }

    /** Whether the line is part of a stack trace, as Java and its relatives print them. */
    static boolean stackTrace(byte[] b, int from, int to) {
        int start = Ascii.skipSpaces(b, from, to);
        return Ascii.startsWith(b, start, to, "Caused by:")
                || Ascii.startsWith(b, start, to, "Suppressed:")
                || start > from && Ascii.startsWith(b, start, to, "at ")
                || start > from && Ascii.startsWith(b, start, to, "... ")
                || start == from && exception(b, from, to);
    }

    /** {@code java.io.IOException: no space left}: a class name with its package, then a colon. */
    private static boolean exception(byte[] b, int from, int to) {
        if (from == to || Ascii.digit(b[from])) {
            return false;
        }
        int colon = Ascii.find(b, from, to, ':');
        int end = colon < 0 ? to : colon;
        int dot = -1;
        for (int i = from; i < end; i++) {
            if (b[i] == '.') {
                dot = i;
            } else if (!Ascii.word(b[i]) && b[i] != '$') {
                return false;
            }
        }
        return dot > from
                && (Ascii.startsWith(b, end - 9, end, "Exception")
                        || Ascii.startsWith(b, end - 5, end, "Error"));
    }
}
