package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;

/**
 * The stretches of a file that {@link PlainBlocks} reads, which are most of many files: behind a
 * blank line, so that no list, quotation or HTML goes on into them. The parser of Markdown is given
 * a rule across the page in the place of each; only where it takes that for one, nothing was open
 * before it.
 */
final class PlainStretches {

    /**
     * Some blocks one behind the other.
     *
     * @param from index of its first line
     * @param to behind its last
     */
    record Stretch(int from, int to, List<Block> blocks) {}

    private PlainStretches() {}

    /**
     * In their order.
     *
     * @param code plain code blocks among the lines
     */
    static List<Stretch> in(NumberedLines numbers, FoldedCode code) {
        List<String> lines = numbers.lines();
        PlainBlocks reader = PlainBlocks.of(numbers, code);
        List<Stretch> stretches = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        int from = 0;
        boolean apart = true;
        int line = 0;
        while (line < lines.size()) {
            String text = lines.get(line);
            if (PlainBlocks.isBlank(text)) {
                apart = true;
                line++;
                continue;
            }
            // A list may go on where another ends.
            boolean unsure = blocks.isEmpty() && line > 0 && PlainBlocks.markOfEntry(text) > 0;
            Block before = blocks.isEmpty() ? null : blocks.getLast();
            Block block = apart && !unsure ? reader.read(line, before) : null;
            if (block != null) {
                from = blocks.isEmpty() ? line : from;
                blocks.add(block);
                line = reader.end();
                continue;
            }
            if (!blocks.isEmpty()) {
                stretches.add(new Stretch(from, line, blocks));
                blocks = new ArrayList<>();
            }
            apart = false;
            line = endOfOther(lines, line, code);
        }
        if (!blocks.isEmpty()) {
            stretches.add(new Stretch(from, lines.size(), blocks));
        }
        return stretches;
    }

    /** Behind a line that is not plain, or the code that it opens. */
    private static int endOfOther(List<String> lines, int from, FoldedCode code) {
        int closing = code.closing(from);
        if (closing >= 0) {
            return closing + 1;
        }
        String opening = lines.get(from).strip();
        String marks = marks(opening);
        if (marks.length() < 3 || opening.indexOf('`', marks.length()) >= 0) {
            return from + 1;
        }
        for (int line = from + 1; line < lines.size(); line++) {
            String text = lines.get(line).strip();
            if (text.startsWith(marks) && marks(text).length() == text.length()) {
                return line + 1;
            }
        }
        return lines.size();
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
