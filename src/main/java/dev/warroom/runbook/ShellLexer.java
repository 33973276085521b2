package dev.warroom.runbook;

import dev.warroom.shell.HereDocument;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Follows shell text line by line, only to know where a command ends. */
final class ShellLexer {

    private static final Deque<HereDocument> NONE = new ArrayDeque<>(0);
    private static final Set<String> OPENING =
            Set.of("if", "for", "while", "until", "case", "select", "{");
    private static final Set<String> CLOSING = Set.of("fi", "done", "esac", "}");
    private static final int LONGEST_RESERVED = 6;
    private static final Set<String> BEFORE_COMMAND =
            Set.of("if", "then", "elif", "else", "while", "until", "do", "!", "time", "{");

    private Deque<HereDocument> documents = NONE;

    /** Where the word that is being read begins in its line; -1 where none is. */
    private int wordFrom = -1;

    private int wordTo;

    /** Whether the word is written without quotes and signs, as every reserved word is. */
    private boolean plain;

    private char quote;
    private int compound;
    private int parentheses;
    private boolean continued;
    private boolean commandNext = true;

    /** Whether a command ends with the line taken last. */
    boolean isComplete() {
        return !isInText() && !continued && compound <= 0 && parentheses <= 0;
    }

    /** Whether it ends with a backslash, and would be complete if nothing came any more. */
    boolean isOnlyContinued() {
        return continued && !isInText() && compound <= 0 && parentheses <= 0;
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
        endWord(line);
        if (quote == 0 && leadsOn(line)) {
            continued = true;
        }
    }

    private static boolean leadsOn(String line) {
        int last = line.length() - 1;
        while (last >= 0 && Character.isWhitespace(line.charAt(last))) {
            last--;
        }
        return last >= 0
                && (line.charAt(last) == '|'
                        || line.charAt(last) == '&' && last > 0 && line.charAt(last - 1) == '&');
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
                grow(at, false);
                continued = at == line.length() - 1;
                return at + 2;
            }
            case '\'', '"' -> {
                grow(at, false);
                quote = letter;
            }
            case '#' -> {
                if (wordFrom < 0) {
                    return line.length();
                }
                grow(at, true);
            }
            case '<' -> {
                if (line.startsWith("<<<", at)) {
                    return at + 3;
                }
                HereDocument document = HereDocument.at(line, at);
                if (document != null) {
                    documents = documents == NONE ? new ArrayDeque<>() : documents;
                    documents.add(document);
                    return document.end();
                }
            }
            case ' ', '\t' -> endWord(line);
            case ';', '&', '|', '(', ')' -> separator(line, letter);
            default -> grow(at, true);
        }
        return at + 1;
    }

    private void separator(String line, char letter) {
        endWord(line);
        if (letter == '(') {
            parentheses++;
        } else if (letter == ')' && parentheses > 0) {
            parentheses--;
        }
        commandNext = true;
    }

    private void grow(int at, boolean usual) {
        if (wordFrom < 0) {
            wordFrom = at;
            plain = usual;
        } else {
            plain &= usual && at == wordTo;
        }
        wordTo = at + 1;
    }

    private void endWord(String line) {
        if (wordFrom < 0) {
            return;
        }
        int from = wordFrom;
        wordFrom = -1;
        if (!commandNext) {
            return;
        }
        commandNext = false;
        if (!plain || wordTo - from > LONGEST_RESERVED) {
            return;
        }
        String text = line.substring(from, wordTo);
        if (OPENING.contains(text)) {
            compound++;
        } else if (CLOSING.contains(text)) {
            compound--;
        }
        commandNext = BEFORE_COMMAND.contains(text);
    }
}
