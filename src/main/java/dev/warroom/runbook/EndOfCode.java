package dev.warroom.runbook;

import java.util.List;
import java.util.regex.Pattern;

/** Rule: where code that nobody closed gives way to a page's own text, after a blank line. */
final class EndOfCode {

    private static final Pattern PAGE =
            Pattern.compile(
                    "#{2,6} \\S.*|\\*\\*[^*]+\\*\\*:?\\s*|(?:\\d{1,2}[.)]|[-*])"
                            + " (?:\\*\\*)?[A-Z]\\w* .*|\\| .*\\|\\s*");
    private static final Pattern SENTENCE =
            Pattern.compile("[A-Z][\\p{L}'’]*,?(?: \\S+){2,}[.:!?]\\s*");

    private EndOfCode() {}

    /** The index of the first line that is no code any more; -1 for none. */
    static int in(List<String> lines, int from, int to) {
        for (int i = Math.max(from, 1); i < to; i++) {
            String line = lines.get(i);
            if (i > from
                    && lines.get(i - 1).isBlank()
                    && (PAGE.matcher(line.strip()).matches()
                            || SENTENCE.matcher(line.strip()).matches())) {
                return i;
            }
        }
        return -1;
    }
}
