package dev.warroom.runbook;

import dev.warroom.shell.HereDocument;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Follows shell text line by line, only to know where a command ends. */
final class ShellLexer {

    private static final Set<String> OPENING =
            Set.of("if", "for", "while", "until", "case", "select", "{");
    private static final Set<String> CLOSING = Set.of("fi", "done", "esac", "}");
    private static final Set<String> BEFORE_COMMAND =
            Set.of("if", "then", "elif", "else", "while", "until", "do", "!", "time", "{");

    private final Deque<HereDocument> documents = new ArrayDeque<>();
    private final StringBuilder word = new StringBuilder();
    private char quote;
    private int compound;
    private int parentheses;
    private boolean continued;
    private boolean commandNext = true;

    /** Whether a command ends with the line taken last. */
    boolean isComplete() {
        return !isInText() && !continued && compound <= 0 && parentheses <= 0;
    }

    /** Whether the next line stands in quotes or in a here-document. */
    boolean isInText() {
        return quote != 0 || !documents.isEmpty();
    }

    boolean isInQuotes() {
        return quote != 0 && documents.isEmpty();
    }

    /** Whether a number sign at the start of the next line begins a comment. */
    boolean isAtStartOfLine() {
        return !isInText() && !continued;
    }

    void take(String line) {
        if (quote == 0 && !documents.isEmpty()) {
            if (documents.peek().isEndedBy(line)) {
                documents.remove();
            }
            return;
        }
        if (!continued && quote == 0) {
            commandNext = true;
        }
        continued = false;
        int at = 0;
        while (at < line.length()) {
            at = quote == 0 ? outside(line, at) : inside(line, at);
        }
        endWord();
        String end = line.stripTrailing();
        if (quote == 0 && (end.endsWith("|") || end.endsWith("&&"))) {
            continued = true;
        }
    }

    private int inside(String line, int at) {
        char letter = line.charAt(at);
        if (letter == '\\' && quote == '"') {
            return at + 2;
        }
        if (letter == quote) {
            quote = 0;
        }
        return at + 1;
    }

    private int outside(String line, int at) {
        char letter = line.charAt(at);
        switch (letter) {
            case '\\' -> {
                word.append(letter);
                continued = at == line.length() - 1;
                return at + 2;
            }
            case '\'', '"' -> {
                word.append(letter);
                quote = letter;
            }
            case '#' -> {
                if (word.isEmpty()) {
                    return line.length();
                }
                word.append(letter);
            }
            case '<' -> {
                if (line.startsWith("<<<", at)) {
                    return at + 3;
                }
                HereDocument document = HereDocument.at(line, at);
                if (document != null) {
                    documents.add(document);
                    return document.end();
                }
            }
            case ' ', '\t' -> endWord();
            case ';', '&', '|', '(', ')' -> separator(letter);
            default -> word.append(letter);
        }
        return at + 1;
    }

    private void separator(char letter) {
        endWord();
        if (letter == '(') {
            parentheses++;
        } else if (letter == ')' && parentheses > 0) {
            parentheses--;
        }
        commandNext = true;
    }

    private void endWord() {
        if (word.isEmpty()) {
            return;
        }
        String text = word.toString();
        word.setLength(0);
        if (!commandNext) {
            return;
        }
        if (OPENING.contains(text)) {
            compound++;
        } else if (CLOSING.contains(text)) {
            compound--;
        }
        commandNext = BEFORE_COMMAND.contains(text);
    }
}
