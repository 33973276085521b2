package dev.warroom.runbook;

/** How far a line stands to the right. */
final class Indent {

    private Indent() {}

    /** Blanks before the first letter, all of them where there is none; a tab is a letter. */
    static int of(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
