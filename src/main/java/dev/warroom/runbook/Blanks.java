package dev.warroom.runbook;

/** What stands between words. */
final class Blanks {

    private Blanks() {}

    /** Whether a letter is a blank, a tab or the end of a line. */
    static boolean is(char letter) {
        return letter == ' ' || letter >= '\t' && letter <= '\r';
    }

    /** Where those end that stand at {@code from}, if any. */
    static int end(String text, int from) {
        int at = from;
        while (at < text.length() && is(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
