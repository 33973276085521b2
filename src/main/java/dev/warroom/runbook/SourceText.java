package dev.warroom.runbook;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;
import dev.warroom.text.Counted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file's text within the limits that keep reading it short.
 *
 * @param lines without line ends, with what was damaged mended
 * @param code the blocks of code among them that Markdown need not read
 * @param title what its front matter calls it
 * @param settings what its front matter says
 * @param problems what had to be left out or mended
 */
record SourceText(
        NumberedLines lines,
        FoldedCode code,
        Optional<String> title,
        Settings settings,
        List<Problem> problems) {

    /** Characters of one file that are read. */
    static final int MOST_CHARACTERS = 4_000_000;

    /** Characters of one line that are read. */
    static final int LONGEST_LINE = 32_000;

    private static final int MOST_PROBLEMS = 20;

    /** Reads line ends of every kind, and leaves out a byte order mark. */
    static SourceText of(String file, String text) {
        List<Problem> problems = new ArrayList<>();
        int limit = Math.min(text.length(), MOST_CHARACTERS);
        Letters letters = new Letters();
        SiteMarks marks = new SiteMarks();
        List<String> lines = lines(file, text, limit, letters, marks, problems);
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
        letters.problem(file).ifPresent(problems::add);
        List<Finding> findings = new ArrayList<>();
        FrontMatter front = FrontMatter.of(lines, findings);
        FoldedCode code = new FoldedCode();
        NumberedLines mended = FenceRepair.of(marks.read(front.rest()), code, findings);
        findings.forEach(finding -> problems.add(finding.in(file)));
        return new SourceText(mended, code, front.title(), front.settings(), problems);
    }

    /** Looks at each character once. */
    private static List<String> lines(
            String file,
            String text,
            int limit,
            Letters letters,
            SiteMarks marks,
            List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        while (at < limit) {
            boolean odd = false;
            int end = at;
            while (end < limit) {
                char letter = text.charAt(end);
                if (letter < ' ') {
                    if (letter == '\n' || letter == '\r') {
                        break;
                    }
                    odd |= letter == 0;
                } else if (letter > '\u00A0') {
                    odd |= TwiceEncoded.isLead(letter);
                }
                end++;
            }
            String line = cut(file, lines.size() + 1, text.substring(at, end), problems);
            lines.add(odd ? letters.mended(line, lines.size() + 1) : line);
            marks.look(line);
            boolean pair =
                    end + 1 < limit && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            at = end + (pair ? 2 : 1);
        }
        return lines;
    }

    String joined() {
        return String.join("\n", lines.lines());
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

    /** Mends lines, and counts those in which letters were encoded twice. */
    private static final class Letters {
        private int first;
        private int count;

        String mended(String line, int number) {
            // Markdown has a mark in the place of a NUL.
            String whole = line.replace('\0', '\uFFFD');
            String mended = TwiceEncoded.mended(whole);
            if (!mended.equals(whole)) {
                first = count == 0 ? number : first;
                count++;
            }
            return mended;
        }

        Optional<Problem> problem(String file) {
            return count == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Finding(
                                            first,
                                            "letters here were encoded twice, in "
                                                    + Counted.of(count, "line")
                                                    + "; they are read as they were meant",
                                            "Save the file once as UTF-8 with the right letters.")
                                    .in(file));
        }
    }
}
