package dev.warroom.runbook;

/**
 * Rule: a command that is indented like code right below words that end with a colon is code,
 * though CommonMark wants a blank line between them and goes on with the paragraph.
 */
final class BelowWords {

    private static final int INDENT = 4;

    private BelowWords() {}

    /**
     * @param above the line before {@code line}
     */
    static boolean begins(String above, String line) {
        if (above.isEmpty() || above.charAt(above.length() - 1) != ':' || line.isBlank()) {
            return false;
        }
        int content = content(above);
        int indent = indent(line);
        return content >= 0 && indent >= content + INDENT && isKnown(line.strip());
    }

    /** Where the words of a paragraph or of a list's entry begin; -1 for other lines. */
    private static int content(String above) {
        int at = indent(above);
        char first = above.charAt(at);
        int end = at;
        while (end < above.length() && Character.isDigit(above.charAt(end))) {
            end++;
        }
        boolean numbered =
                end > at
                        && end < above.length()
                        && (above.charAt(end) == '.' || above.charAt(end) == ')');
        boolean bullet = first == '-' || first == '*' || first == '+';
        if (numbered || bullet) {
            int words = (numbered ? end : at) + 1;
            if (words < above.length() && above.charAt(words) == ' ') {
                return words + indent(above.substring(words));
            }
        }
        return at < INDENT && Character.isLetter(first) ? at : -1;
    }

    private static boolean isKnown(String line) {
        String typed = line.startsWith("$ ") || line.startsWith("# ") ? line.substring(2) : line;
        return Commands.begin(typed) && LineLooks.of(typed) == LineLooks.COMMAND;
    }

    private static int indent(String line) {
        int at = 0;
        while (at < line.length() - 1 && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
