package dev.warroom.logs;

/** Knows the lines that go on with the event of the line before. */
final class StackTrace {

    private StackTrace() {}

    /** Whether {@code line} is part of a stack trace, as Java and its relatives print them. */
    static boolean continues(String line) {
        int start = 0;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        if (line.startsWith("Caused by:", start) || line.startsWith("Suppressed:", start)) {
            return true;
        }
        if (start > 0) {
            return line.startsWith("at ", start) || elided(line, start);
        }
        return exception(line);
    }

    /** {@code ... 12 more}. */
    private static boolean elided(String line, int start) {
        return line.startsWith("... ", start) && line.endsWith(" more");
    }

    /** {@code java.io.IOException: no space left}: a class name with its package, then a colon. */
    private static boolean exception(String line) {
        int end = line.indexOf(':');
        if (end < 0) {
            end = line.length();
        }
        if (line.lastIndexOf('.', end - 1) <= 0) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            if (!Character.isJavaIdentifierPart(c) && c != '.') {
                return false;
            }
        }
        return line.startsWith("Exception", end - 9) || line.startsWith("Error", end - 5);
    }
}
