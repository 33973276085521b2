package dev.warroom.runbook;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: a fence that is never closed, closed short, or closed at another indentation is closed
 * where a person sees its end, and a finding says so.
 */
final class FenceRepair {

    private static final Pattern OPENING =
            Pattern.compile(
                    "((?:[ \\t]|[-*+][ \\t]|\\d{1,9}[.)][ \\t])*)(`{3,}|~{3,})[ \\t]*([^`]*)");

    /** Lines in which the end of Markdown within Markdown is looked for; bounds the time. */
    private static final int LONGEST_NEST = 1_000;

    private static final int MOST_SEARCHES = 200;

    /** Room for lines that mending puts in. */
    private static final int MENDING = 16;

    private static final Pattern NAMED = Pattern.compile("[A-Za-z{.][^`]{0,200}");

    /**
     * @param line its index
     * @param indent where its content begins
     */
    private record Fence(int line, int indent, char mark, int length, String info) {
        String closing() {
            return " ".repeat(indent) + String.valueOf(mark).repeat(length);
        }
    }

    private final List<String> lines;
    private final List<Finding> findings;
    private final FoldedCode plain;
    private final NumberedLines result;
    private int searches;
    private int behindAnchor = -1;

    private FenceRepair(List<String> lines, FoldedCode plain, List<Finding> findings) {
        this.lines = lines;
        this.plain = plain;
        this.findings = findings;
        result = new NumberedLines(lines.size() + MENDING);
    }

    /**
     * The lines with every fence closed, as far as its end can be told.
     *
     * @param plain grows by the blocks whose fences begin their lines
     */
    static NumberedLines of(List<String> lines, FoldedCode plain, List<Finding> findings) {
        FenceRepair repair = new FenceRepair(lines, plain, findings);
        int at = 0;
        while (at < lines.size()) {
            at = repair.next(at);
        }
        return repair.result;
    }

    private int next(int at) {
        Fence fence = opening(at);
        if (fence == null) {
            if (at > 0 && BelowWords.begins(lines.get(at - 1), lines.get(at))) {
                result.add("", at + 1);
            }
            String line = lines.get(at);
            boolean apart = at == 0 || at == behindAnchor;
            String mark = LoneAnchor.mended(line, apart ? "" : lines.get(at - 1));
            result.add(mark == null ? line : mark, at + 1);
            if (mark != null) {
                behindAnchor = at + 1;
                if (at + 1 < lines.size() && !lines.get(at + 1).isBlank()) {
                    result.add("", at + 1);
                }
            }
            return at + 1;
        }
        boolean markdown = fence.info().startsWith("markdown") || fence.info().equals("md");
        int nested = markdown && searches < MOST_SEARCHES ? nestedEnd(fence) : -1;
        if (nested > 0) {
            return wrap(fence, nested);
        }
        for (int i = at + 1; i < lines.size(); i++) {
            int marks = marks(lines.get(i), fence.mark());
            if (marks >= fence.length() || marks == 2 && fence.length() == 3) {
                return close(fence, i, marks);
            }
            Fence other = marks == 0 ? opening(i) : null;
            if (other != null
                    && other.mark() == fence.mark()
                    && other.length() >= fence.length()
                    && NAMED.matcher(other.info()).matches()) {
                return end(fence, i);
            }
        }
        return unclosed(fence);
    }

    private Fence opening(int at) {
        String line = lines.get(at);
        if (!mayOpen(line)) {
            return null;
        }
        if (line.charAt(0) == '`') {
            return plain(line, at);
        }
        Matcher matcher = OPENING.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        return new Fence(
                at,
                matcher.group(1).replace("\t", "    ").length(),
                matcher.group(2).charAt(0),
                matcher.group(2).length(),
                matcher.group(3).strip());
    }

    /** A fence at the beginning of its line, as most are. */
    private static Fence plain(String line, int at) {
        int marks = 1;
        while (marks < line.length() && line.charAt(marks) == '`') {
            marks++;
        }
        return marks < 3 || line.indexOf('`', marks) >= 0
                ? null
                : new Fence(at, 0, '`', marks, line.substring(marks).strip());
    }

    /** Looks at what the line begins with, which is faster than reading it. */
    private static boolean mayOpen(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        char first = at < line.length() ? line.charAt(at) : ' ';
        boolean marked =
                first == '-' || first == '*' || first == '+' || first >= '0' && first <= '9';
        return first == '`'
                || first == '~'
                || marked && (line.indexOf('`', at) > 0 || line.indexOf('~', at) > 0);
    }

    /** How many marks the line consists of; 0 where it holds anything else. */
    private static int marks(String line, char mark) {
        int at = Indent.of(line);
        char first = at < line.length() ? line.charAt(at) : mark;
        if (first != mark && first > ' ' && first < 128) {
            return 0;
        }
        String text = line.strip();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != mark) {
                return 0;
            }
        }
        return text.length();
    }

    private int close(Fence fence, int end, int marks) {
        int opening = result.size();
        copy(fence.line(), end);
        String line = lines.get(end);
        int indent = line.replace("\t", "    ").length() - line.stripLeading().length();
        boolean tooShort = marks < fence.length();
        boolean apart = indent >= fence.indent() + 4 || indent < fence.indent();
        String closing = tooShort || apart ? fence.closing() : line;
        result.add(closing, end + 1);
        if (lines.get(fence.line()).charAt(0) == fence.mark() && closes(closing, fence.mark())) {
            plain.add(opening, result.size() - 1);
        }
        if (tooShort) {
            say(end, "this fence has fewer marks than the one it closes; it is taken as its end");
        }
        return end + 1;
    }

    /** Whether a closing fence is one to every reader of Markdown. */
    private static boolean closes(String line, char mark) {
        return line.charAt(0) == mark && line.charAt(line.length() - 1) == mark;
    }

    /** The fence is open where another begins. */
    private int end(Fence fence, int limit) {
        int end = EndOfCode.in(lines, fence.line() + 1, limit);
        end = end < 0 ? limit : end;
        copy(fence.line(), end);
        result.add(fence.closing(), end + 1);
        say(
                fence.line(),
                "this code block is never closed; it is taken to end before line " + (end + 1));
        return end;
    }

    private int unclosed(Fence fence) {
        int shorter = -1;
        for (int i = fence.line() + 1; i < lines.size() && fence.length() > 3; i++) {
            if (marks(lines.get(i), fence.mark()) >= 3) {
                shorter = i;
                break;
            }
        }
        if (shorter > 0) {
            return close(fence, shorter, 3);
        }
        int end = EndOfCode.in(lines, fence.line() + 1, lines.size());
        if (end > 0) {
            return end(fence, lines.size());
        }
        copy(fence.line(), lines.size());
        return lines.size();
    }

    /** Where a block of Markdown ends that holds blocks of its own; -1 where it holds none. */
    private int nestedEnd(Fence fence) {
        searches++;
        int depth = 1;
        boolean nested = false;
        int limit = Math.min(lines.size(), fence.line() + LONGEST_NEST);
        for (int i = fence.line() + 1; i < limit; i++) {
            int marks = marks(lines.get(i), fence.mark());
            if (marks >= fence.length() && --depth == 0) {
                return nested ? i : -1;
            }
            Fence other = marks == 0 ? opening(i) : null;
            if (other != null
                    && other.mark() == fence.mark()
                    && NAMED.matcher(other.info()).matches()) {
                nested = true;
                depth++;
            }
        }
        return -1;
    }

    private int wrap(Fence fence, int end) {
        String longer = String.valueOf(fence.mark()).repeat(fence.length() + 3);
        String opening = lines.get(fence.line());
        int from = opening.indexOf(fence.mark());
        result.add(
                opening.substring(0, from) + longer + opening.substring(from + fence.length()),
                fence.line() + 1);
        copy(fence.line() + 1, end);
        result.add(" ".repeat(fence.indent()) + longer, end + 1);
        return end + 1;
    }

    private void copy(int from, int to) {
        for (int i = from; i < to; i++) {
            result.add(lines.get(i), i + 1);
        }
    }

    private void say(int line, String message) {
        findings.add(
                new Finding(line + 1, message, "Close the block with the marks that open it."));
    }
}
