package dev.warroom.report;

import dev.warroom.incident.OneLine;

import java.util.List;

/** Text from people and programs, written so that Markdown shows it as it is. */
final class Markdown {

    /** Longer texts are cut, and say so. */
    static final int MOST_LINES = 400;

    private static final String ALWAYS = "\\`*[]<>|&~";

    private Markdown() {}

    /** For a heading, a list item or a cell: one line in which nothing has a meaning. */
    static String line(String text) {
        return atLineStart(escaped(OneLine.of(text)));
    }

    /**
     * The same for words of a runbook, in which code between single backticks is meant as code. A
     * backtick that closes nothing is shown as it is.
     */
    static String words(String text) {
        String[] parts = OneLine.of(text).split("`", -1);
        boolean paired = parts.length % 2 == 1;
        for (int i = 1; i < parts.length; i++) {
            paired &= !parts[i].isEmpty() || i == parts.length - 1;
        }
        if (!paired) {
            return line(text);
        }
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            words.append(i % 2 == 0 ? escaped(parts[i]) : "`" + parts[i] + "`");
        }
        return atLineStart(words.toString());
    }

    private static String escaped(String line) {
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (ALWAYS.indexOf(c) >= 0 || (c == '_' && !insideWord(line, i))) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** What would begin a heading, a list or a rule does not. */
    private static String atLineStart(String line) {
        if (line.matches("(?s)[#+=-].*")) {
            return "\\" + line;
        }
        return line.replaceFirst("^(\\d{1,9})([.)])(?=\\s|$)", "$1\\\\$2");
    }

    private static boolean insideWord(String line, int i) {
        return i > 0
                && i < line.length() - 1
                && Character.isLetterOrDigit(line.charAt(i - 1))
                && Character.isLetterOrDigit(line.charAt(i + 1));
    }

    /** A quotation that keeps its line breaks; ends with a line break. */
    static String quote(String text) {
        List<String> lines = lines(text.strip());
        StringBuilder quote = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = line(lines.get(i));
            boolean goesOn = i + 1 < lines.size() && !lines.get(i + 1).isBlank();
            quote.append(line.isEmpty() ? ">" : "> " + line)
                    .append(!line.isEmpty() && goesOn ? "\\\n" : "\n");
        }
        return quote.toString();
    }

    /** A block that shows a script; its fence is longer than any in the script. */
    static String script(String text) {
        return block("sh", lines(text.stripTrailing()));
    }

    /** A block that shows all lines of something that does not run. */
    static String shown(List<String> lines) {
        return block("", lines);
    }

    /** The same with all of its lines, however many. */
    static String wholeScript(String text) {
        return block("sh", text.stripTrailing().lines().toList());
    }

    private static String block(String label, List<String> lines) {
        StringBuilder body = new StringBuilder();
        lines.forEach(line -> body.append(OneLine.ofScript(line)).append('\n'));
        String fence = "```";
        while (body.indexOf(fence) >= 0) {
            fence += "`";
        }
        return fence + label + "\n" + body + fence + "\n";
    }

    private static List<String> lines(String text) {
        List<String> all = text.lines().limit(MOST_LINES + 1L).toList();
        if (all.size() <= MOST_LINES) {
            return all;
        }
        long left = text.lines().count() - MOST_LINES;
        List<String> cut = new java.util.ArrayList<>(all.subList(0, MOST_LINES));
        cut.add("... (" + left + " more lines)");
        return cut;
    }
}
