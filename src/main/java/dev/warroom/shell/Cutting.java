package dev.warroom.shell;

import java.util.List;
import java.util.Set;

/**
 * Cuts shell text into simple commands, letter by letter from left to right. It knows quotes, what
 * is substituted, comments, here-documents and reserved words, and needs no more: an operand is
 * never expanded. What is not closed ends with the text.
 */
final class Cutting {

    /** How deep substitutions are read that stand within each other. */
    private static final int DEEPEST = 6;

    private static final String GLOBS = "?*+@!";

    private final String text;
    private final int depth;
    private final Set<String> functions;
    private final Draft draft;
    private final int lastArithmeticEnd;
    private int at;
    private int open;

    private Cutting(String text, Places places, int depth, List<Command> out, Set<String> names) {
        this.text = text;
        this.depth = depth;
        this.functions = names;
        this.lastArithmeticEnd = text.lastIndexOf("))");
        this.draft = new Draft(places, out, names);
    }

    /** Adds the commands of {@code script} to {@code out}, and its functions to {@code names}. */
    static void cut(String script, List<Command> out, Set<String> names) {
        new Cutting(script, Places.in(script), 0, out, names).run();
    }

    private void run() {
        while (at < text.length()) {
            step(text.charAt(at));
        }
        draft.endCommand(false);
    }

    private void step(char letter) {
        int from = at++;
        switch (letter) {
            case '\n' -> {
                draft.endLine();
                at = draft.takeDocuments(text, at);
            }
            case ' ', '\t', '\r' -> draft.endWord();
            case '#' -> {
                if (draft.isInWord()) {
                    draft.append(from, "#");
                } else {
                    at = Skip.line(text, at);
                }
            }
            case '\\' -> escaped(from);
            case '\'' -> {
                int end = text.indexOf('\'', at);
                int to = end < 0 ? text.length() : end;
                draft.quote(from, text.substring(at, to));
                at = Math.min(to + 1, text.length());
            }
            case '"' -> doubleQuoted(from);
            case '$', '`' -> expansion(from, letter);
            case ';', '&', '|', '(', ')', '<', '>' -> operator(from, letter);
            default -> draft.append(from, text.substring(from, at));
        }
    }

    private void escaped(int from) {
        if (at < text.length() && text.charAt(at) != '\n') {
            draft.quote(from, text.substring(at, at + 1));
        }
        at = Math.min(at + 1, text.length());
    }

    private void doubleQuoted(int from) {
        draft.quote(from, "");
        while (at < text.length() && text.charAt(at) != '"') {
            char letter = text.charAt(at++);
            if (letter == '$' || letter == '`') {
                expansion(from, letter);
            } else if (letter == '\\'
                    && at < text.length()
                    && "\"\\$`\n".indexOf(text.charAt(at)) >= 0) {
                draft.quote(from, text.charAt(at) == '\n' ? "" : text.substring(at, at + 1));
                at++;
            } else {
                draft.quote(from, String.valueOf(letter));
            }
        }
        at = Math.min(at + 1, text.length());
    }

    /** What stands behind a dollar sign or a backquote that has been passed. */
    private void expansion(int from, char letter) {
        int begin = at - 1;
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (letter == '`') {
            at = Skip.backquotes(text, at);
            nested(begin + 1, at - 1);
        } else if (next == '(' && text.startsWith("((", at) && at < lastArithmeticEnd) {
            at = text.indexOf("))", at) + 2;
        } else if (next == '(') {
            at = Skip.closing(text, at + 1, ')');
            nested(begin + 2, at - 1);
        } else if (next == '{') {
            at = Skip.closing(text, at + 1, '}');
        } else if (next == '\'' && !draft.isQuoting(from)) {
            return;
        }
        draft.expanded(from, text.substring(begin, at));
    }

    private void nested(int from, int to) {
        if (depth < DEEPEST && from < to) {
            String inner = text.substring(from, to);
            new Cutting(inner, draft.places().from(from), depth + 1, draft.out(), functions).run();
        }
    }

    private void operator(int from, char letter) {
        if (draft.isTest()) {
            draft.append(from, String.valueOf(letter));
            return;
        }
        char next = at < text.length() ? text.charAt(at) : ' ';
        switch (letter) {
            case '(' -> parenthesis(from);
            case ')' -> {
                draft.endPattern(open == 0);
                open = Math.max(0, open - 1);
            }
            case '<', '>' -> redirection(from, letter, next);
            case '&' -> {
                if (next == '>') {
                    at += text.startsWith(">>", at) ? 2 : 1;
                    draft.redirect("&>");
                } else {
                    draft.endCommand(false);
                }
            }
            case '|' -> {
                boolean or = next == '|';
                at += or || next == '&' ? 1 : 0;
                draft.endCommand(!or);
            }
            default -> {
                draft.endCommand(false);
                if (next == ';') {
                    draft.beginPattern();
                }
            }
        }
    }

    private void parenthesis(int from) {
        String before = draft.wordSoFar();
        if (before.endsWith("=")
                || !before.isEmpty() && GLOBS.indexOf(before.charAt(before.length() - 1)) >= 0) {
            at = Skip.closing(text, at, ')');
            draft.append(from, text.substring(from, at));
        } else if (text.startsWith("(", at) && at < lastArithmeticEnd) {
            at = text.indexOf("))", at) + 2;
        } else if (draft.endFunctionName(text.startsWith(")", at))) {
            at++;
        } else if (!draft.isPattern()) {
            draft.endCommand(false);
            open++;
        }
    }

    private void redirection(int from, char letter, char next) {
        if (next == '(') {
            at = Skip.closing(text, at + 1, ')');
            nested(from + 2, at - 1);
            draft.expanded(from, text.substring(from, at));
            return;
        }
        HereDocument document = letter == '<' ? HereDocument.at(text, from) : null;
        if (text.startsWith("<<<", from)) {
            at = from + 3;
            draft.redirect("<<<");
        } else if (document != null) {
            at = document.end();
            draft.await(document);
        } else {
            boolean two = "<>&|".indexOf(next) >= 0;
            at += two ? 1 : 0;
            draft.redirect(text.substring(from, at));
        }
    }
}
