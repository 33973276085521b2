package dev.warroom.runbook;

import java.util.Arrays;
import java.util.List;

/**
 * The stretches of a file that read the same without a parser of Markdown, which are most of many
 * files: headings, paragraphs that begin with a letter, simple lists, and plain code blocks, all of
 * them at the beginning of their lines and behind a blank line, so that no list, quotation or HTML
 * goes on into them. The parser is given a rule across the page in the place of each; only where it
 * takes that for one, nothing was open before it.
 */
final class PlainStretches {

    /** None at all. */
    static final PlainStretches NONE = new PlainStretches(List.of(), new FoldedCode());

    private static final int MOST_LINES = 50;

    private final List<String> lines;
    private final FoldedCode code;

    /** Index of the first line of each, and behind its last, one behind the other. */
    private int[] bounds = new int[16];

    private int count;

    private PlainStretches(List<String> lines, FoldedCode code) {
        this.lines = lines;
        this.code = code;
    }

    /**
     * @param code its plain code blocks
     */
    static PlainStretches of(List<String> lines, FoldedCode code) {
        PlainStretches stretches = new PlainStretches(lines, code);
        stretches.find();
        return stretches;
    }

    /** How many there are. */
    int count() {
        return count / 2;
    }

    /** Where the stretch ends that begins at {@code line}; -1 where none does. */
    int end(int line) {
        int at = Arrays.binarySearch(bounds, 0, count, line);
        return at >= 0 && at % 2 == 0 ? bounds[at + 1] : -1;
    }

    /** Where a plain block ends that begins at {@code line}; -1 where none does. */
    int endOfBlock(int line) {
        String text = lines.get(line);
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        if (first == '#') {
            return isHeading(text) ? line + 1 : -1;
        }
        if (markOfEntry(text) > 0) {
            return endOfList(line);
        }
        if (isRule(text)) {
            return line + 1;
        }
        if (first == '`' || first == '~') {
            int closing = code.closing(line);
            if (closing >= 0) {
                return text.indexOf('\\') < 0 && text.indexOf('&') < 0 ? closing + 1 : -1;
            }
        }
        return endOfParagraph(line);
    }

    /** Whether Markdown takes a line for blank. */
    static boolean isBlank(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) != ' ' && line.charAt(i) != '\t') {
                return false;
            }
        }
        return true;
    }

    private void find() {
        int begin = -1;
        boolean apart = true;
        int line = 0;
        while (line < lines.size()) {
            if (isBlank(lines.get(line))) {
                apart = true;
                line++;
                continue;
            }
            int end = apart ? endOfBlock(line) : -1;
            // A list may go on where another ends.
            boolean unsure = begin < 0 && line > 0 && markOfEntry(lines.get(line)) > 0;
            if (end >= 0 && !unsure) {
                begin = begin < 0 ? line : begin;
                line = end;
                continue;
            }
            if (begin >= 0) {
                add(begin, line);
                begin = -1;
            }
            apart = false;
            line = endOfOther(line);
        }
        if (begin >= 0) {
            add(begin, lines.size());
        }
    }

    private void add(int from, int to) {
        if (count == bounds.length) {
            bounds = Arrays.copyOf(bounds, count * 2);
        }
        bounds[count++] = from;
        bounds[count++] = to;
    }

    private static boolean isHeading(String text) {
        int level = 0;
        while (level < text.length() && text.charAt(level) == '#') {
            level++;
        }
        return level > 0
                && level <= 6
                && level + 1 < text.length()
                && text.charAt(level) == ' '
                && isLetter(text.charAt(level + 1))
                && endsPlainly(text)
                && text.charAt(text.length() - 1) != '#';
    }

    private int endOfParagraph(int from) {
        int line = from;
        while (line < lines.size() && line - from < MOST_LINES) {
            String text = lines.get(line);
            if (isBlank(text)) {
                return line;
            }
            if (line > from && (code.closing(line) >= 0 || isHeading(text))) {
                return line;
            }
            if (line > from && endsParagraph(text)) {
                return endOfList(line) < 0 ? -1 : line;
            }
            if (!isWords(text)) {
                return -1;
            }
            line++;
        }
        return line == lines.size() ? line : -1;
    }

    /** Whether an entry begins here though no blank line stands above: of bullets, or the first. */
    private static boolean endsParagraph(String text) {
        int mark = markOfEntry(text);
        return mark > 0
                && mark < text.length()
                && (!isDigit(text.charAt(0)) || text.startsWith("1. "));
    }

    /** Whether the line is a rule across the page, where no paragraph stands right above it. */
    static boolean isRule(String text) {
        return text.equals("---");
    }

    /** Of a list of one level, with one line for each entry. */
    private int endOfList(int from) {
        boolean ordered = isDigit(lines.get(from).charAt(0));
        int line = from;
        for (; line < lines.size() && !isBlank(lines.get(line)); line++) {
            String text = lines.get(line);
            int mark = markOfEntry(text);
            boolean same = ordered ? isDigit(text.charAt(0)) : text.charAt(0) == first(from);
            if (mark == 0 && (code.closing(line) >= 0 || isHeading(text))) {
                return line;
            }
            if (mark == 0 || !same || mark == text.length() || !isWords(text.substring(mark))) {
                return -1;
            }
        }
        int next = line;
        while (next < lines.size() && isBlank(lines.get(next))) {
            next++;
        }
        boolean over =
                next == lines.size()
                        || code.closing(next) >= 0
                        || isWords(lines.get(next))
                        || isRule(lines.get(next))
                        || isHeading(lines.get(next));
        return over ? line : -1;
    }

    private char first(int line) {
        return lines.get(line).charAt(0);
    }

    /**
     * Letters before the words of an entry of a list, such as {@code - } and {@code 12. }; 0 where
     * a line begins none.
     */
    static int markOfEntry(String text) {
        int at = 0;
        while (at < text.length() && at < 9 && isDigit(text.charAt(at))) {
            at++;
        }
        boolean marked =
                at + 1 < text.length()
                        && (at > 0 ? text.charAt(at) == '.' : "-*+".indexOf(text.charAt(0)) >= 0)
                        && text.charAt(at + 1) == ' ';
        return marked ? at + 2 : 0;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    /**
     * Whether a line begins with a letter, plain or bold, with a single backtick, or with what is
     * no ASCII, so that it is nothing but words.
     */
    private static boolean isWords(String text) {
        boolean bold = text.startsWith("**") && text.length() > 2;
        char first = text.charAt(bold ? 2 : 0);
        boolean code = first == '`' && text.length() > 2 && text.charAt(1) != '`' && !bold;
        return (isLetter(first) || code || isNoMark(first)) && endsPlainly(text);
    }

    /** Whether a letter is beyond those that Markdown gives a meaning, and no blank. */
    private static boolean isNoMark(char letter) {
        return letter > '\u00A0' && !Character.isSpaceChar(letter);
    }

    private static boolean endsPlainly(String text) {
        char last = text.charAt(text.length() - 1);
        return last > ' ' && text.indexOf('\0') < 0;
    }

    private static boolean isLetter(char letter) {
        return letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    }

    /** Behind a line that is not plain, or the code that it opens. */
    private int endOfOther(int from) {
        int closing = code.closing(from);
        if (closing >= 0) {
            return closing + 1;
        }
        String marks = marks(lines.get(from).strip());
        for (int line = from + 1; marks.length() >= 3 && line < lines.size(); line++) {
            String text = lines.get(line).strip();
            if (text.startsWith(marks) && marks(text).length() == text.length()) {
                return line + 1;
            }
        }
        return from + 1;
    }

    /** The marks of a fence that a line begins with; empty for none. */
    private static String marks(String text) {
        int end = 0;
        while (end < text.length()
                && text.charAt(end) == text.charAt(0)
                && (text.charAt(0) == '`' || text.charAt(0) == '~')) {
            end++;
        }
        return text.substring(0, end);
    }
}
