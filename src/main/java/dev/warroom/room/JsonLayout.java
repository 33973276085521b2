package dev.warroom.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays a JSON object, as it stands at the end of a log line, out over several lines. It only moves
 * what is there, so that nothing is shown that was not written.
 */
final class JsonLayout {

    private static final int DEEPEST = 20;

    private final String text;
    private final List<String> lines = new ArrayList<>();
    private StringBuilder line = new StringBuilder();

    private JsonLayout(String text) {
        this.text = text;
    }

    /** Empty where {@code line} has no whole object at its end. */
    static Optional<List<String>> of(String line) {
        int begin = line.indexOf('{');
        if (begin < 0 || !line.stripTrailing().endsWith("}")) {
            return Optional.empty();
        }
        return new JsonLayout(line.substring(begin).strip()).laid();
    }

    private Optional<List<String>> laid() {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> {
                    int end = stringEnd(i);
                    if (end < 0) {
                        return Optional.empty();
                    }
                    line.append(text, i, end + 1);
                    i = end;
                }
                case '{', '[' -> {
                    line.append(c);
                    depth++;
                    if (depth > DEEPEST) {
                        return Optional.empty();
                    }
                    feed(depth);
                }
                case '}', ']' -> {
                    depth--;
                    if (depth < 0) {
                        return Optional.empty();
                    }
                    feed(depth);
                    line.append(c);
                }
                case ',' -> {
                    line.append(c);
                    feed(depth);
                }
                case ':' -> line.append(": ");
                case ' ', '\t' -> {}
                default -> line.append(c);
            }
        }
        feed(0);
        return depth == 0 ? Optional.of(List.copyOf(lines)) : Optional.empty();
    }

    private void feed(int depth) {
        if (!line.toString().isBlank()) {
            lines.add(line.toString());
        }
        line = new StringBuilder("  ".repeat(depth));
    }

    private int stringEnd(int begin) {
        for (int i = begin + 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return i;
            }
        }
        return -1;
    }
}
