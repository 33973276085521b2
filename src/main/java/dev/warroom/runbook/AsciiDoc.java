package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: a block of code that is written as in AsciiDoc, {@code [source,bash]} above dashes, is one,
 * though Markdown takes its dashes for the lines below headings. Where the file begins with {@code
 * = Title}, its headings are headings.
 */
final class AsciiDoc {

    private static final Pattern SOURCE =
            Pattern.compile("\\[(?:source|,)\\s{0,4},?\\s{0,4}([\\w+-]{0,20})[^\\]]{0,100}\\]\\s*");
    private static final Pattern RULE = Pattern.compile("-{4,}\\s*");
    private static final Pattern HEADING = Pattern.compile("(={1,6}) (\\S.*)");
    private static final Pattern TITLE = Pattern.compile("\\.(\\p{L}.{0,100})");

    /** Lines of a block; more are none. */
    private static final int LONGEST = 1_000;

    private static final String FENCE = "~~~~~~";

    private AsciiDoc() {}

    /** The same lines, with such marks written as Markdown has them. */
    static List<String> read(List<String> lines) {
        List<String> result = lines;
        boolean whole = beginsWithTitle(lines);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (whole && line.startsWith("=")) {
                Matcher heading = HEADING.matcher(line);
                if (heading.matches()) {
                    result = result == lines ? new ArrayList<>(lines) : result;
                    result.set(i, "#".repeat(heading.group(1).length()) + " " + heading.group(2));
                }
            } else if (line.startsWith("[")) {
                int end = end(lines, i);
                if (end > 0) {
                    result = result == lines ? new ArrayList<>(lines) : result;
                    write(result, i, end);
                    i = end;
                }
            }
        }
        return result;
    }

    private static boolean beginsWithTitle(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank()) {
                return line.startsWith("= ") && line.length() > 2;
            }
        }
        return false;
    }

    /** Where the block ends that is announced at {@code at}; -1 where none is. */
    private static int end(List<String> lines, int at) {
        if (at + 2 >= lines.size()
                || !SOURCE.matcher(lines.get(at)).matches()
                || !RULE.matcher(lines.get(at + 1)).matches()) {
            return -1;
        }
        String rule = lines.get(at + 1).stripTrailing();
        for (int i = at + 2; i < Math.min(lines.size(), at + LONGEST); i++) {
            if (lines.get(i).stripTrailing().equals(rule)) {
                return i;
            }
        }
        return -1;
    }

    private static void write(List<String> lines, int at, int end) {
        Matcher source = SOURCE.matcher(lines.get(at));
        String label = source.matches() ? source.group(1) : "";
        lines.set(at, "");
        lines.set(at + 1, FENCE + label);
        lines.set(end, FENCE);
        int above = at - 1;
        if (above >= 0 && lines.get(above).equals("+")) {
            lines.set(above, "");
        } else if (above >= 0) {
            Matcher title = TITLE.matcher(lines.get(above));
            if (title.matches()) {
                lines.set(above, title.group(1) + ":");
            }
        }
    }
}
