package dev.warroom.runbook;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;
import dev.warroom.text.Counted;

import java.util.ArrayList;
import java.util.List;

/**
 * A file's text within the limits that keep reading it short.
 *
 * @param lines without line ends, with what was damaged mended
 * @param code the blocks of code among them that Markdown need not read
 * @param settings what its front matter says
 * @param problems what had to be left out or mended
 */
record SourceText(NumberedLines lines, FoldedCode code, Settings settings, List<Problem> problems) {

    /** Characters of one file that are read. */
    static final int MOST_CHARACTERS = 4_000_000;

    /** Characters of one line that are read. */
    static final int LONGEST_LINE = 32_000;

    private static final int MOST_PROBLEMS = 20;

    /** Reads line ends of every kind, and leaves out a byte order mark. */
    static SourceText of(String file, String text) {
        List<String> lines = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        int limit = Math.min(text.length(), MOST_CHARACTERS);
        boolean returns = text.indexOf('\r') >= 0;
        while (at < limit) {
            int end = endOfLine(text, at, limit, returns);
            lines.add(cut(file, lines.size() + 1, text.substring(at, end), problems));
            boolean pair = text.startsWith("\r\n", end);
            at = end + (pair ? 2 : 1);
        }
        if (text.length() > limit) {
            problems.add(
                    Problem.error(
                            new Location(file, lines.size(), 0),
                            "the file has "
                                    + text.length()
                                    + " characters; nothing after the first "
                                    + limit
                                    + " is read",
                            "Split the file, one or a few runbooks in each."));
        }
        if (TwiceEncoded.mayBe(text)) {
            mendLetters(file, lines, problems);
        }
        List<Finding> findings = new ArrayList<>();
        FrontMatter front = FrontMatter.of(lines, findings);
        FoldedCode code = new FoldedCode();
        NumberedLines mended =
                FenceRepair.of(Admonitions.opened(Shortcodes.fenced(front.rest())), code, findings);
        findings.forEach(finding -> problems.add(finding.in(file)));
        return new SourceText(mended, code, front.settings(), problems);
    }

    private static int endOfLine(String text, int from, int limit, boolean returns) {
        if (!returns) {
            int feed = text.indexOf('\n', from);
            return feed < 0 || feed > limit ? limit : feed;
        }
        int end = from;
        while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    String joined() {
        return String.join("\n", lines.lines());
    }

    private static void mendLetters(String file, List<String> lines, List<Problem> problems) {
        int first = -1;
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            String mended = TwiceEncoded.mended(lines.get(i));
            if (!mended.equals(lines.get(i))) {
                lines.set(i, mended);
                first = first < 0 ? i : first;
                count++;
            }
        }
        if (count > 0) {
            problems.add(
                    new Finding(
                                    first + 1,
                                    "letters here were encoded twice, in "
                                            + Counted.of(count, "line")
                                            + "; they are read as they were meant",
                                    "Save the file once as UTF-8 with the right letters.")
                            .in(file));
        }
    }

    private static String cut(String file, int number, String line, List<Problem> problems) {
        if (line.length() <= LONGEST_LINE) {
            return line;
        }
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(
                    Problem.warning(
                            new Location(file, number, 0),
                            "the line has "
                                    + line.length()
                                    + " characters; those after the first "
                                    + LONGEST_LINE
                                    + " are left out",
                            "Break the line."));
        }
        return line.substring(0, LONGEST_LINE);
    }
}
