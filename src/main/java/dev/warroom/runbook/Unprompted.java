package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;

/**
 * Rule: without a prompt, all lines are typed, but for what a comment announces as output, what
 * reads as printed below its command, and what stands between commands in backticks.
 */
final class Unprompted {

    private Unprompted() {}

    /** The lines of {@code code}, each with its place in the file. */
    static List<ShellLine> read(Block.Code code) {
        if (code.lines().stream().anyMatch(Comment::announcesOutput)) {
            return withOutput(code);
        }
        if (PrintedBelow.follows(code.lines())) {
            return PrintedBelow.read(code);
        }
        boolean marks = !code.lines().isEmpty() && isMarked(code.lines().getFirst());
        List<ShellLine> lines = new ArrayList<>();
        for (String text : code.lines()) {
            boolean typed = marks && isMarked(text);
            boolean output = marks && !typed && !text.isBlank() && !Comment.is(text);
            lines.add(new ShellLine(code.line(lines.size()), unmarked(text), output, typed));
        }
        return lines;
    }

    /** Whether a line is a command between backticks; where the first is, others are printed. */
    private static boolean isMarked(String line) {
        return line.indexOf('`') >= 0 && !unmarked(line).equals(line);
    }

    /**
     * A block in which comments announce what is printed: it ends with the next comment, or before
     * a command that is known and stands apart.
     */
    private static List<ShellLine> withOutput(Block.Code code) {
        List<ShellLine> lines = new ArrayList<>();
        ShellLexer lexer = new ShellLexer();
        boolean printed = false;
        boolean apart = false;
        for (String text : code.lines()) {
            boolean comment = lexer.isAtStartOfLine() && Comment.is(text);
            if (comment && lexer.isComplete()) {
                boolean drawn = Comment.words(text).isEmpty();
                printed = Comment.announcesOutput(text) || printed && drawn;
            } else if (apart && LineLooks.of(text) == LineLooks.COMMAND) {
                printed = false;
            }
            boolean output = printed && !comment && !text.isBlank();
            lines.add(new ShellLine(code.line(lines.size()), unmarked(text), output, false));
            if (!output && !comment) {
                lexer = lexer.isComplete() ? new ShellLexer() : lexer;
                lexer.take(Wrapped.joined(text));
            }
            apart = text.isBlank();
        }
        return lines;
    }

    /**
     * A command in backticks from end to end is marked as code once more; nobody means the shell to
     * run what it prints.
     */
    private static String unmarked(String line) {
        if (line.indexOf('`') < 0) {
            return line;
        }
        String text = line.strip();
        int last = text.length() - 1;
        boolean marked = last > 1 && text.charAt(0) == '`' && text.indexOf('`', 1) == last;
        String inside = marked ? text.substring(1, last).strip() : "";
        return !inside.isEmpty() && LineLooks.of(inside) == LineLooks.COMMAND ? inside : line;
    }
}
