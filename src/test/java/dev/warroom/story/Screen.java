package dev.warroom.story;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is on the terminal.
 *
 * @param text all rows, from the top, without the blanks at their ends
 */
record Screen(String text) {

    List<String> rows() {
        return text.lines().toList();
    }

    /** The first row with {@code part} in it; empty where there is none. */
    String row(String part) {
        return rows().stream().filter(it -> it.contains(part)).findFirst().orElse("");
    }

    boolean has(String part) {
        return text.contains(part);
    }

    /** The first match of {@code pattern}'s first group; empty where there is none. */
    String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The last row that is not blank; empty where all are. */
    String last() {
        return rows().stream().filter(it -> !it.isBlank()).reduce("", (before, row) -> row);
    }

    /** The line above the keys, where the room says what it did and asks what it needs. */
    String message() {
        List<String> rows = rows();
        return rows.size() < 2 ? "" : rows.get(rows.size() - 2);
    }
}
