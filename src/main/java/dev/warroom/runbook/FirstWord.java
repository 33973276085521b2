package dev.warroom.runbook;

/** What stands before the first blank of a line. */
final class FirstWord {

    private FirstWord() {}

    /** The whole where there is no blank; empty where one stands first. */
    static String of(String text) {
        int end = 0;
        while (end < text.length() && !isBlank(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter >= '\t' && letter <= '\r';
    }
}
