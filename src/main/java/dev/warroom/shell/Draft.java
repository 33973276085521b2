package dev.warroom.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The command that is being read, and the word of it. */
final class Draft {

    private static final Set<String> RESERVED =
            Set.of(
                    "if", "then", "elif", "else", "fi", "do", "done", "while", "until", "{", "}",
                    "!", "coproc");

    private final Places places;
    private final List<Command> out;
    private final Set<String> functions;
    private final Deque<Waiting> documents = new ArrayDeque<>();
    private final List<HereDocument> announced = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int wordAt = -1;
    private boolean plain;
    private List<Word> words = new ArrayList<>();
    private List<Redirection> redirections = new ArrayList<>();
    private String input = "";
    private String redirect;
    private int cases;
    private boolean pattern;

    /** A here-document whose lines are still to come, and the place of its command in the list. */
    private record Waiting(HereDocument document, int place) {}

    Draft(Places places, List<Command> out, Set<String> functions) {
        this.places = places;
        this.out = out;
        this.functions = functions;
    }

    Places places() {
        return places;
    }

    List<Command> out() {
        return out;
    }

    boolean isInWord() {
        return wordAt >= 0;
    }

    /** Whether the word that begins at {@code from} is in quotes already. */
    boolean isQuoting(int from) {
        return wordAt >= 0 && wordAt < from || wordAt == from && !plain;
    }

    String wordSoFar() {
        return plain ? word.toString() : "";
    }

    /** Whether this is {@code [[ … ]]}, in which operators are text. */
    boolean isTest() {
        return !words.isEmpty() && words.getFirst().text().equals("[[") && !isTestOver();
    }

    private boolean isTestOver() {
        return words.getLast().text().equals("]]");
    }

    boolean isPattern() {
        return pattern;
    }

    void append(int from, String letters) {
        if (wordAt < 0) {
            wordAt = from;
            plain = true;
        }
        word.append(letters);
    }

    void quote(int from, String letters) {
        append(from, letters);
        plain = false;
    }

    void expanded(int from, String letters) {
        quote(from, letters);
    }

    void redirect(String operator) {
        if (plain && word.toString().matches("\\d+")) {
            forgetWord();
        }
        endWord();
        redirect = operator;
    }

    void await(HereDocument document) {
        endWord();
        announced.add(document);
    }

    /** Takes the here-documents that begin at {@code from}, and answers where they end. */
    int takeDocuments(String text, int from) {
        int at = from;
        while (!documents.isEmpty()) {
            Waiting waiting = documents.remove();
            StringBuilder lines = new StringBuilder();
            while (at < text.length()) {
                int end = Skip.line(text, at);
                String line = text.substring(at, end);
                at = Math.min(end + 1, text.length());
                if (waiting.document.isEndedBy(line)) {
                    break;
                }
                lines.append(line).append('\n');
            }
            if (waiting.place < out.size()) {
                Command command = out.get(waiting.place);
                out.set(waiting.place, command.with(command.input() + lines));
            }
        }
        return at;
    }

    private void forgetWord() {
        word.setLength(0);
        wordAt = -1;
        plain = false;
    }

    void endWord() {
        if (wordAt < 0) {
            return;
        }
        Word ended = new Word(word.toString(), wordAt, plain);
        forgetWord();
        if (redirect != null) {
            redirections.add(new Redirection(redirect, ended.text()));
            input += redirect.equals("<<<") ? ended.text() : "";
            redirect = null;
        } else if (!isForgotten(ended)) {
            words.add(ended);
            afterWord(ended.text());
        }
    }

    private boolean isForgotten(Word ended) {
        if (!words.isEmpty()) {
            return false;
        }
        String text = ended.text();
        if (text.equals("esac") && ended.plain()) {
            cases = Math.max(0, cases - 1);
            pattern = false;
            return true;
        }
        int equals = text.indexOf('=');
        return ended.plain() && RESERVED.contains(text)
                || equals > 0 && isName(text, text.charAt(equals - 1) == '+' ? equals - 1 : equals);
    }

    private static boolean isName(String text, int end) {
        for (int i = 0; i < end; i++) {
            char letter = text.charAt(i);
            if (!Character.isLetterOrDigit(letter)
                    && letter != '_'
                    && letter != '['
                    && letter != ']') {
                return false;
            }
        }
        return !Character.isDigit(text.charAt(0));
    }

    private void afterWord(String text) {
        String first = words.getFirst().text();
        if (first.equals("case") && text.equals("in") && words.size() > 2) {
            words.clear();
            cases++;
            pattern = true;
        } else if (first.equals("function") && words.size() == 2) {
            functions.add(text);
            words.clear();
        }
    }

    /** Takes the word that was read as a function's name, where it is one. */
    boolean endFunctionName(boolean closed) {
        endWord();
        if (closed && words.size() == 1 && !pattern) {
            functions.add(words.getFirst().text());
            words.clear();
            return true;
        }
        return closed && words.isEmpty();
    }

    void beginPattern() {
        pattern = cases > 0;
    }

    /** At a closing parenthesis. */
    void endPattern(boolean unopened) {
        if (pattern || unopened && cases > 0) {
            forgetWord();
            words.clear();
            pattern = false;
        }
        endCommand(false);
    }

    void endLine() {
        endWord();
        pattern &= words.isEmpty();
        endCommand(false);
    }

    /**
     * Adds what was read, if it is a command.
     *
     * @param piped whether what it says is the next one's input
     */
    void endCommand(boolean piped) {
        endWord();
        redirect = null;
        String said = "";
        String first = words.isEmpty() ? "for" : words.getFirst().text();
        announced.forEach(it -> documents.add(new Waiting(it, out.size())));
        announced.clear();
        boolean loop = first.equals("for") || first.equals("select") || first.equals("[[");
        if (!pattern && !loop) {
            int begin = words.getFirst().at();
            int line = places.line(begin);
            int column = places.column(begin);
            Command command = new Command(words, redirections, input, false, false, line, column);
            out.add(command);
            said = piped ? command.says() : "";
        }
        words = new ArrayList<>();
        redirections = new ArrayList<>();
        input = said;
    }
}
