package dev.warroom.runbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rule: what is indented below {@code !!! note}, or below the title of a tab, {@code === "Linux"},
 * is Markdown of its own, as the makers of documentation sites read it, and no indented code.
 */
final class Admonitions {

    private static final Pattern MARK =
            Pattern.compile("\\s*(?:(?:!!!|\\?\\?\\?\\+?)\\s+[\\w-].*|===[!+]?\\s+[\"'].*)");
    private static final int INDENT = 4;

    /**
     * What is being read.
     *
     * @param indent of what stands in it
     * @param tab whether it is one
     */
    private record Inside(int indent, boolean tab) {}

    private Admonitions() {}

    /** The same lines, with what stands below such a mark moved out to it. */
    static List<String> opened(List<String> lines) {
        if (!hasMark(lines)) {
            return lines;
        }
        List<String> result = new ArrayList<>(lines.size());
        Deque<Inside> inside = new ArrayDeque<>();
        boolean fenced = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int indent = Indent.of(line);
            boolean blank = indent == line.length();
            Optional<String> tab = fenced ? Optional.empty() : Tab.indented(line);
            Inside left = null;
            while (!blank && !inside.isEmpty() && indent < inside.peek().indent()) {
                left = inside.pop();
                if (left.tab() && (tab.isEmpty() || indent + INDENT != left.indent())) {
                    end(result, left.indent() - INDENT * (inside.size() + 1), depth(inside));
                }
            }
            String text = blank ? line : line.substring(INDENT * inside.size());
            if (!fenced && isMark(text)) {
                if (depth(inside) == Tab.DEEPEST) {
                    tab = Optional.empty();
                }
                String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
                text =
                        tab.isPresent()
                                ? " ".repeat(Indent.of(text))
                                        + new Tab(depth(inside), tab.get()).line()
                                : NoteTitle.indented(text, next).orElse(text);
                inside.push(new Inside(indent + INDENT, tab.isPresent()));
            }
            fenced ^= SiteMarks.isFence(line, indent);
            result.add(text);
        }
        return result;
    }

    private static int depth(Deque<Inside> inside) {
        return (int) inside.stream().filter(Inside::tab).count();
    }

    /** A row of tabs ends with the blank lines before what follows it. */
    private static void end(List<String> result, int indent, int depth) {
        int last = result.size() - 1;
        if (result.get(last).isBlank()) {
            result.set(last, " ".repeat(Math.max(0, indent)) + new Tab(depth, "").line());
        }
    }

    private static boolean hasMark(List<String> lines) {
        for (String line : lines) {
            if (isMark(line)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMark(String line) {
        int at = Indent.of(line);
        return at < line.length()
                && (line.charAt(at) == '!' || line.charAt(at) == '?' || line.charAt(at) == '=')
                && MARK.matcher(line).matches();
    }
}
