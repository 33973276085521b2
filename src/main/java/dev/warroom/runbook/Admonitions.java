package dev.warroom.runbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rule: what is indented below {@code !!! note}, or below the title of a tab, {@code === "Linux"},
 * is Markdown of its own, as the makers of documentation sites read it, and no indented code.
 */
final class Admonitions {

    private static final Pattern MARK =
            Pattern.compile("\\s*(?:(?:!!!|\\?\\?\\?\\+?)\\s+[\\w-].*|===[!+]?\\s+[\"'].*)");
    private static final int INDENT = 4;

    private Admonitions() {}

    /** The same lines, with what stands below such a mark moved out to it. */
    static List<String> opened(List<String> lines) {
        if (!hasMark(lines)) {
            return lines;
        }
        List<String> result = new ArrayList<>(lines.size());
        Deque<Integer> inside = new ArrayDeque<>();
        boolean fenced = false;
        for (String line : lines) {
            int indent = indent(line);
            boolean blank = indent == line.length();
            while (!blank && !inside.isEmpty() && indent < inside.peek()) {
                inside.pop();
            }
            String text = blank ? line : line.substring(INDENT * inside.size());
            if (!fenced && isMark(text)) {
                inside.push(indent + INDENT);
            }
            fenced ^= line.startsWith("```", indent) || line.startsWith("~~~", indent);
            result.add(text);
        }
        return result;
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
        int at = indent(line);
        return at < line.length()
                && (line.charAt(at) == '!' || line.charAt(at) == '?' || line.charAt(at) == '=')
                && MARK.matcher(line).matches();
    }

    /** Blanks before the first letter; a line with a tab among them is left as it is. */
    private static int indent(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
