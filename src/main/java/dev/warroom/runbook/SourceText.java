package dev.warroom.runbook;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;

import java.util.ArrayList;
import java.util.List;

/**
 * A file's text within the limits that keep reading it short, line for line as in the file.
 *
 * @param lines without line ends
 * @param problems what had to be left out
 */
record SourceText(List<String> lines, List<Problem> problems) {

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
        while (at < limit) {
            int end = at;
            while (end < limit && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
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
        return new SourceText(FrontMatter.blanked(lines), problems);
    }

    String joined() {
        return String.join("\n", lines);
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
