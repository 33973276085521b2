package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rules for commands that were broken into lines and lost, or gained, a backslash, or have brackets
 * around what may be left out.
 */
final class Wrapped {

    private static final Pattern GOES_ON =
            Pattern.compile(
                    "\\s*(?:--?[A-Za-z][\\w-]*(?:[\\s=].*)?|(?:\\|\\||&&|\\|)\\s+[\\w./$].*)");
    private static final Pattern BLANK_BEHIND = Pattern.compile("(?:.*[^\\\\])?\\\\[ \\t]+");

    private static final String MAY_BE_ROOT = "[sudo] ";

    private Wrapped() {}

    /** Whether {@code line} cannot begin a command, since it begins with an option or a pipe. */
    static boolean goesOn(ShellLine line) {
        return !line.output() && mayGoOn(line.text()) && GOES_ON.matcher(line.text()).matches();
    }

    private static boolean mayGoOn(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at < text.length() && "-|&".indexOf(text.charAt(at)) >= 0;
    }

    /** {@code line} without blanks behind the backslash that is meant to end it. */
    static String joined(String line) {
        return hasBlankBehind(line) ? line.stripTrailing() : line;
    }

    private static boolean hasBlankBehind(String text) {
        return !text.isEmpty()
                && Character.isWhitespace(text.charAt(text.length() - 1))
                && BLANK_BEHIND.matcher(text).matches();
    }

    /**
     * The lines that stand in quotes or a here-document, or in which a quote opens that ends
     * further down: there blanks are what they are.
     */
    private static BitSet inTexts(List<ShellLine> lines) {
        BitSet inside = new BitSet();
        ShellLexer lexer = new ShellLexer();
        int opened = -1;
        for (int i = 0; i < lines.size(); i++) {
            ShellLine line = lines.get(i);
            boolean text = lexer.isInText();
            if (line.output() || !text && lexer.isAtStartOfLine() && Comment.is(line.text())) {
                inside.set(i);
                continue;
            }
            if (line.typed() && !text) {
                lexer = new ShellLexer();
            }
            lexer.take(text ? line.text() : joined(line.text()));
            if (text || lexer.isInQuotes()) {
                inside.set(i);
                opened = opened < 0 ? i : opened;
            }
            if (!lexer.isInText()) {
                opened = -1;
            }
        }
        if (opened >= 0) {
            // It does not end, so nothing that follows stands in it.
            inside.clear(opened, lines.size());
        }
        return inside;
    }

    /**
     * A backslash before blanks at the end of a line is meant to stand at its end; sudo is typed.
     */
    static List<ShellLine> mended(List<ShellLine> lines, List<Finding> findings) {
        List<ShellLine> result = null;
        BitSet inTexts = null;
        for (int i = 0; i < lines.size(); i++) {
            ShellLine line = lines.get(i);
            String text = line.text();
            if (!line.output() && text.startsWith(MAY_BE_ROOT)) {
                result = result == null ? new ArrayList<>(lines) : result;
                String typed = "sudo " + text.substring(MAY_BE_ROOT.length());
                result.set(i, new ShellLine(line.line(), typed, false, line.typed()));
                findings.add(
                        new Finding(
                                line.line(),
                                "brackets say that sudo may be left out, and a shell would not know"
                                        + " the word with them; it is run with sudo",
                                "Write the line with sudo, or without."));
                continue;
            }
            if (line.output() || !hasBlankBehind(text)) {
                continue;
            }
            inTexts = inTexts == null ? inTexts(lines) : inTexts;
            if (inTexts.get(i)) {
                continue;
            }
            result = result == null ? new ArrayList<>(lines) : result;
            result.set(i, new ShellLine(line.line(), text.stripTrailing(), false, line.typed()));
            findings.add(
                    new Finding(
                            line.line(),
                            "blanks stand behind the backslash that ends this line, so a shell"
                                    + " would not join the next line to it; they are left out",
                            "Remove the blanks at the end of the line."));
        }
        return result == null ? lines : result;
    }

    /** A command's lines without a last backslash, which would join it to the next command. */
    static List<String> withoutLast(List<String> lines) {
        if (lines.isEmpty() || lines.getLast().indexOf('\\') < 0) {
            return lines;
        }
        String last = lines.getLast().stripTrailing();
        if (!last.endsWith("\\") || last.endsWith("\\\\")) {
            return lines;
        }
        List<String> result = new ArrayList<>(lines);
        result.set(lines.size() - 1, last.substring(0, last.length() - 1).stripTrailing());
        return result;
    }
}
