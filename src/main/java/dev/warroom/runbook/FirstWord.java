package dev.warroom.runbook;

/** What stands before the first blank of a line. */
final class FirstWord {

    private FirstWord() {}

    /** The whole where there is no blank; empty where one stands first. */
    static String of(String text) {
        int end = 0;
        while (end < text.length() && !Blanks.is(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }
}
