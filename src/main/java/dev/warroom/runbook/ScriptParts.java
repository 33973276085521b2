package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;

/**
 * The commands of a script that stand by themselves, each with all of its lines: a script can be
 * begun at any of them.
 */
public final class ScriptParts {

    private ScriptParts() {}

    /**
     * @param from its first line, counted from 1
     * @param to its last line
     */
    public record Part(int from, int to) {

        /** Whether {@code line} is one of its lines. */
        public boolean has(int line) {
            return line >= from && line <= to;
        }
    }

    /**
     * In their order; lines between them are blank or comments. What does not end, such as a quote,
     * ends with the script.
     */
    public static List<Part> of(String script) {
        List<Part> parts = new ArrayList<>();
        List<String> lines = script.lines().toList();
        ShellLexer lexer = new ShellLexer();
        int from = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean nothing = line.isBlank() || line.stripLeading().startsWith("#");
            if (from == 0 && nothing) {
                continue;
            }
            if (from == 0) {
                from = i + 1;
            }
            if (!(nothing && lexer.isAtStartOfLine())) {
                lexer.take(line);
            }
            if (lexer.isComplete()) {
                parts.add(new Part(from, i + 1));
                from = 0;
                lexer = new ShellLexer();
            }
        }
        if (from > 0) {
            parts.add(new Part(from, lines.size()));
        }
        return List.copyOf(parts);
    }
}
