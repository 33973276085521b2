package dev.warroom.shell;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds where something ends that is read later, or not at all. Each takes time in the text's
 * length.
 */
final class Skip {

    private Skip() {}

    /** Where the line ends in which {@code from} stands. */
    static int line(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Behind the backquote that ends what begins at {@code from}, or one behind the text. */
    static int backquotes(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '`') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    /**
     * Behind {@code closing}, which ends what begins at {@code from}; the text's end without it.
     */
    static int closing(String text, int from, char closing) {
        Deque<Character> ends = new ArrayDeque<>();
        ends.push(closing);
        int at = from;
        while (at < text.length()) {
            char letter = text.charAt(at);
            char end = ends.element();
            if (letter == '\\' && end != '\'') {
                at++;
            } else if (letter == end) {
                ends.pop();
                if (ends.isEmpty()) {
                    return at + 1;
                }
            } else if (end != '\'') {
                char opened = opened(text, at, end);
                if (opened != 0) {
                    ends.push(opened);
                    at += letter == '$' ? 1 : 0;
                }
            }
            at++;
        }
        return text.length();
    }

    /**
     * What ends that which begins at {@code at} inside something that {@code end} ends; 0 for
     * nothing.
     */
    private static char opened(String text, int at, char end) {
        char letter = text.charAt(at);
        if (letter == '$' && at + 1 < text.length()) {
            char next = text.charAt(at + 1);
            return next == '(' ? ')' : next == '{' ? '}' : 0;
        }
        if (end == '"') {
            return 0;
        }
        return letter == '(' && end == ')' ? ')' : letter == '"' || letter == '\'' ? letter : 0;
    }
}
