package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;

/** Shell text cut into commands and words, as far as recognising a command needs it. */
final class ShellWords {

    private ShellWords() {}

    /**
     * The pipelines of {@code script}, each a list of its commands. What a here-document holds is
     * left out, and so is a pipeline that is put into the background.
     */
    static List<List<String>> pipelines(String script) {
        List<List<String>> pipelines = new ArrayList<>();
        Cut cut = new Cut(pipelines);
        ShellLexer lexer = new ShellLexer();
        for (String line : script.split("\n", -1)) {
            boolean document = lexer.isInText() && !lexer.isInQuotes();
            lexer.take(line);
            if (!document) {
                cut.take(line, lexer.isAtStartOfLine());
            }
        }
        cut.endPipeline();
        return pipelines;
    }

    /** The words of one command, without quotes. */
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i <= command.length(); i++) {
            char letter = i < command.length() ? command.charAt(i) : ' ';
            if (quote != 0) {
                if (letter == quote) {
                    quote = 0;
                } else {
                    word.append(letter);
                }
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
            } else if (letter == ' '
                    || Character.isWhitespace(letter)
                    || "(){}".indexOf(letter) >= 0) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else {
                word.append(letter);
            }
        }
        return words;
    }

    /** Where pipelines and their commands end. */
    private static final class Cut {
        private final List<List<String>> pipelines;
        private List<String> commands = new ArrayList<>();
        private final StringBuilder command = new StringBuilder();
        private char quote;

        Cut(List<List<String>> pipelines) {
            this.pipelines = pipelines;
        }

        void take(String line, boolean ends) {
            for (int i = 0; i < line.length(); i++) {
                char letter = line.charAt(i);
                if (letter == '\\') {
                    command.append(line, i, Math.min(i + 2, line.length()));
                    if (i + 1 == line.length()) {
                        command.setCharAt(command.length() - 1, ' ');
                    }
                    i++;
                } else if (quote != 0) {
                    quote = letter == quote ? 0 : quote;
                    command.append(letter);
                } else if (letter == '#' && (i == 0 || line.charAt(i - 1) == ' ')) {
                    break;
                } else {
                    i += outside(line, i, letter);
                }
            }
            command.append(' ');
            if (ends) {
                endPipeline();
            }
        }

        private int outside(String line, int at, char letter) {
            char next = at + 1 < line.length() ? line.charAt(at + 1) : 0;
            switch (letter) {
                case '\'', '"' -> {
                    quote = letter;
                    command.append(letter);
                }
                case ';' -> endPipeline();
                case '|' -> {
                    if (next == '|') {
                        endPipeline();
                        return 1;
                    }
                    endCommand();
                }
                case '&' -> {
                    if (next == '&') {
                        endPipeline();
                        return 1;
                    }
                    boolean redirection = at > 0 && "<>".indexOf(line.charAt(at - 1)) >= 0;
                    if (!redirection && next != '>') {
                        command.setLength(0);
                        commands = new ArrayList<>();
                    }
                }
                default -> command.append(letter);
            }
            return 0;
        }

        private void endCommand() {
            String words = command.toString().strip();
            if (!words.isEmpty()) {
                commands.add(words);
            }
            command.setLength(0);
        }

        void endPipeline() {
            endCommand();
            if (!commands.isEmpty()) {
                pipelines.add(commands);
                commands = new ArrayList<>();
            }
        }
    }
}
