package dev.warroom.runbook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One setting of a file's front matter: YAML, the JSON that may stand in its place, or TOML.
 *
 * @param line of the file
 * @param name with those that it stands below, such as {@code placeholders.gate.suggest}
 * @param value as it is written, quotes and all
 */
record SettingEntry(int line, String name, String value) {

    private static final Pattern ENTRY = Pattern.compile("( *)([\\w.-]+)\\s*[:=]\\s*(.*)");
    private static final Pattern TABLE = Pattern.compile("\\[{1,2}([\\w.-]+)\\]{1,2}\\s*(?:#.*)?");
    private static final Pattern JSON =
            Pattern.compile(
                    "\"(shell|cwd|target|skipPrompts)\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*+\"|\\w++)");

    private record Above(int indent, String name) {}

    /** Whether a front matter that begins with these lines is JSON, its first line the mark. */
    static boolean isJson(List<String> lines) {
        return lines.getFirst().startsWith("-")
                && lines.stream()
                        .skip(1)
                        .filter(it -> !it.isBlank())
                        .findFirst()
                        .filter(it -> it.startsWith("{"))
                        .isPresent();
    }

    /** Whether a line begins a table of TOML. */
    static boolean isTable(String line) {
        return TABLE.matcher(line).matches();
    }

    /** What stands in {@code lines}, the first of which is the mark. */
    static List<SettingEntry> in(List<String> lines) {
        return isJson(lines) ? inJson(lines) : inLines(lines);
    }

    private static List<SettingEntry> inJson(List<String> lines) {
        String all = String.join("\n", lines);
        List<SettingEntry> entries = new ArrayList<>();
        Matcher pairs = JSON.matcher(all);
        while (pairs.find()) {
            int line = (int) all.substring(0, pairs.start()).lines().count();
            entries.add(new SettingEntry(line, pairs.group(1), pairs.group(2)));
        }
        entries.add(new SettingEntry(1, "placeholders", all));
        return entries;
    }

    private static List<SettingEntry> inLines(List<String> lines) {
        List<SettingEntry> entries = new ArrayList<>();
        Deque<Above> above = new ArrayDeque<>();
        String table = "";
        for (int i = 1; i < lines.size(); i++) {
            Matcher begins = TABLE.matcher(lines.get(i));
            Matcher entry = ENTRY.matcher(lines.get(i));
            if (begins.matches()) {
                table = begins.group(1) + ".";
                above.clear();
            } else if (entry.matches()) {
                int indent = entry.group(1).length();
                while (!above.isEmpty() && above.peek().indent() >= indent) {
                    above.pop();
                }
                String parent = above.isEmpty() ? table : above.peek().name() + ".";
                String name = parent + entry.group(2);
                above.push(new Above(indent, name));
                entries.add(new SettingEntry(i + 1, name, entry.group(3)));
            }
        }
        return entries;
    }

    /** The value without quotes, and without a comment behind it. */
    String plain() {
        return plain(value);
    }

    /** {@code written} without quotes, and without a comment behind it. */
    static String plain(String written) {
        String text = written.strip();
        char mark = text.isEmpty() ? ' ' : text.charAt(0);
        if (mark != '"' && mark != '\'') {
            int comment = text.indexOf(" #");
            return (comment < 0 ? text : text.substring(0, comment)).strip();
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == mark) {
                return plain.toString();
            }
            boolean escape = mark == '"' && letter == '\\' && i + 1 < text.length();
            if (escape && "\"\\".indexOf(text.charAt(i + 1)) >= 0) {
                i++;
            }
            plain.append(text.charAt(i));
        }
        return text;
    }
}
