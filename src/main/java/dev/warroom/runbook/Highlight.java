package dev.warroom.runbook;

/** Rule: words between two pairs of equals signs are marked, as note-takers write them. */
final class Highlight {

    static final String MARK = "==";

    /** Letters of marked words; bounds how far their end is looked for. */
    private static final int LONGEST = 400;

    /** Signs before two equals signs that compare. */
    private static final String BEFORE = "=!<>~'\"$`])_";

    private static final String BEHIND = "=<>'\"$`_";

    private Highlight() {}

    /** Whether marked words may begin at {@code at}: {@code a == b} and a rule are none. */
    private static boolean mayBegin(String text, int at) {
        return text.startsWith(MARK, at)
                && !isBlank(text, at + 2)
                && !isSign(text, at + 2)
                && standsApart(text, at - 1, BEFORE);
    }

    /** Where the mark stands that ends the words which begin at {@code at}; -1 for none. */
    static int end(String text, int at) {
        if (!mayBegin(text, at)) {
            return -1;
        }
        int most = Math.min(text.length() - 1, at + 2 + LONGEST);
        for (int end = at + 2; end < most; end++) {
            char letter = text.charAt(end);
            if (letter == '`') {
                int code = text.indexOf('`', end + 1);
                if (code < 0) {
                    return -1;
                }
                end = code;
                continue;
            }
            if (letter == '\n' || letter == '\r') {
                return -1;
            }
            if (letter == '=' && text.charAt(end + 1) == '=') {
                boolean ends = !isBlank(text, end - 1) && standsApart(text, end + 2, BEHIND);
                return ends ? end : -1;
            }
        }
        return -1;
    }

    private static boolean isBlank(String text, int at) {
        return at >= text.length() || text.charAt(at) <= ' ';
    }

    private static boolean isSign(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) == '=';
    }

    /** Whether no word, number or value of a program goes on here. */
    private static boolean standsApart(String text, int at, String signs) {
        if (at < 0 || at >= text.length()) {
            return true;
        }
        char letter = text.charAt(at);
        return letter >= 128 || !Character.isLetterOrDigit(letter) && signs.indexOf(letter) < 0;
    }
}
