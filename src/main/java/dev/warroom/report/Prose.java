package dev.warroom.report;

import dev.warroom.incident.OneLine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Words of a runbook as Markdown, in the pieces that they were written in: code that is looked at
 * stays code, and a table stays one.
 */
final class Prose {

    private static final String INDENT = "    ";

    private enum Kind {
        WORDS,
        CODE,
        TABLE
    }

    private Prose() {}

    /**
     * All of it; ends with a line break where it is not empty.
     *
     * @param words makes Markdown of lines that are neither code nor a table, each with its break
     */
    static String of(List<String> lines, Function<List<String>, String> words) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (from < lines.size()) {
            Kind kind = kind(lines.get(from));
            int to = from + 1;
            while (to < lines.size() && kind(lines.get(to)) == kind) {
                to++;
            }
            out.append(out.isEmpty() ? "" : "\n");
            List<String> piece = lines.subList(from, to);
            out.append(
                    switch (kind) {
                        case WORDS -> words.apply(piece);
                        case CODE -> code(piece);
                        case TABLE -> table(piece);
                    });
            from = to;
        }
        return out.toString();
    }

    private static Kind kind(String line) {
        return line.startsWith(INDENT) ? Kind.CODE : line.startsWith("|") ? Kind.TABLE : Kind.WORDS;
    }

    private static String code(List<String> lines) {
        return Markdown.shown(lines.stream().map(it -> it.substring(INDENT.length())).toList());
    }

    /** The rule below its first row is no text, so it is drawn again. */
    private static String table(List<String> rows) {
        String first = rows.getFirst().strip();
        int columns = first.replaceAll("\\\\\\|", "").split("\\|", -1).length - 1;
        boolean closed = first.length() > 1 && first.endsWith("|");
        List<String> all = new ArrayList<>(rows.stream().map(OneLine::ofScript).toList());
        all.add(1, "|" + "---|".repeat(Math.max(1, closed ? columns - 1 : columns)));
        return String.join("\n", all) + "\n";
    }
}
