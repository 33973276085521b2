package dev.warroom.execution;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code export -p} prints: {@code declare -x NAME="VALUE"} of bash, {@code export
 * NAME='VALUE'} of other shells (POSIX.1-2024, "export"); values may hold line breaks. What cannot
 * be read is passed over.
 */
final class Exported {

    private static final Pattern OCTAL = Pattern.compile("\\\\([0-3]?[0-7]{1,2})");

    private final String text;
    private int at;

    private Exported(String text) {
        this.text = text;
    }

    /** The variables, in their order. */
    static Map<String, String> in(String text) {
        Map<String, String> variables = new LinkedHashMap<>();
        Exported reading = new Exported(text);
        while (reading.at < text.length()) {
            reading.line(variables);
        }
        return variables;
    }

    private void line(Map<String, String> variables) {
        boolean variable = text.startsWith("declare -", at) || text.startsWith("export ", at);
        int equals = variable ? text.indexOf('=', at) : -1;
        int end = end(at);
        if (equals < 0 || equals > end) {
            at = end + 1;
            return;
        }
        String head = text.substring(at, equals);
        at = equals + 1;
        variables.put(head.substring(head.lastIndexOf(' ') + 1), value());
        at = end(at) + 1;
    }

    private int end(int from) {
        int end = text.indexOf('\n', Math.min(from, text.length()));
        return end < 0 ? text.length() : end;
    }

    /** One shell word. */
    private String value() {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '\n') {
            char letter = text.charAt(at++);
            switch (letter) {
                case '\'' -> single(value);
                case '"' -> doubled(value);
                case '\\' -> escaped(value);
                case '$' -> {
                    if (at < text.length() && text.charAt(at) == '\'') {
                        at++;
                        ansi(value);
                    } else {
                        value.append('$');
                    }
                }
                default -> value.append(letter);
            }
        }
        return value.toString();
    }

    private void single(StringBuilder value) {
        int end = text.indexOf('\'', at);
        int to = end < 0 ? text.length() : end;
        value.append(text, at, to);
        at = Math.min(to + 1, text.length());
    }

    private void doubled(StringBuilder value) {
        while (at < text.length()) {
            char letter = text.charAt(at++);
            if (letter == '"') {
                return;
            }
            if (letter == '\\') {
                escaped(value);
            } else {
                value.append(letter);
            }
        }
    }

    private void escaped(StringBuilder value) {
        if (at < text.length()) {
            value.append(text.charAt(at++));
        }
    }

    /** {@code $'...'}, in which bash writes what cannot be printed in the language that it has. */
    private void ansi(StringBuilder value) {
        while (at < text.length()) {
            char letter = text.charAt(at++);
            if (letter == '\'') {
                return;
            }
            if (letter == '\\' && at < text.length()) {
                char named = text.charAt(at++);
                switch (named) {
                    case 'n' -> value.append('\n');
                    case 't' -> value.append('\t');
                    case 'r' -> value.append('\r');
                    case 'a' -> value.append('\u0007');
                    case 'b' -> value.append('\b');
                    case 'f' -> value.append('\f');
                    case 'v' -> value.append('\u000b');
                    case 'E', 'e' -> value.append('\u001b');
                    case '0', '1', '2', '3' -> {
                        at -= 2;
                        octal(value);
                    }
                    default -> value.append(named);
                }
            } else {
                value.append(letter);
            }
        }
    }

    /** The bytes of one or more characters, each as {@code \nnn}. */
    private void octal(StringBuilder value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Matcher next = OCTAL.matcher(text).region(at, text.length());
                next.lookingAt();
                next.region(at, text.length())) {
            bytes.write(Integer.parseInt(next.group(1), 8));
            at = next.end();
        }
        value.append(bytes.toString(StandardCharsets.UTF_8));
    }
}
