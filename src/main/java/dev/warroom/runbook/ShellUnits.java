package dev.warroom.runbook;

import dev.warroom.runbook.ShellUnit.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Cuts a shell block into {@link ShellUnit}s. */
final class ShellUnits {

    /** Commands without an end that are looked for to the end of a block; bounds the time. */
    private static final int PATIENCE = 20;

    private final List<ShellLine> lines;
    private final IntConsumer unended;
    private final List<ShellUnit> units = new ArrayList<>();
    private int failures;

    private ShellUnits(List<ShellLine> lines, IntConsumer unended) {
        this.lines = lines;
        this.unended = unended;
    }

    /**
     * @param unended is told the line in the file of each command whose quote or here-document does
     *     not end; such a command is taken to end with its line
     */
    static List<ShellUnit> of(List<ShellLine> lines, IntConsumer unended) {
        ShellUnits reading = new ShellUnits(lines, unended);
        int at = 0;
        while (at < lines.size()) {
            at = reading.next(at);
        }
        return reading.units;
    }

    private int next(int at) {
        ShellLine line = lines.get(at);
        String text = line.text();
        if (text.isBlank()) {
            units.add(new ShellUnit(Kind.BLANK, line.line(), ""));
        } else if (line.output()) {
            units.add(new ShellUnit(Kind.SHOWN, line.line(), text));
        } else if (text.startsWith("#!")) {
            // Names the shell, and says nothing to people.
            return at + 1;
        } else if (Comment.is(text)) {
            addComment(Kind.COMMENT, line);
        } else if (NotShell.begins(text)) {
            return statement(at);
        } else {
            return command(at);
        }
        return at + 1;
    }

    private void addComment(Kind kind, ShellLine line) {
        String words = Comment.words(line.text());
        if (!words.isEmpty()) {
            units.add(new ShellUnit(kind, line.line(), words));
        }
    }

    private int statement(int from) {
        List<String> texts = new ArrayList<>();
        int at = from;
        while (at < lines.size() && belongsToStatement(lines.get(at), at == from)) {
            texts.add(lines.get(at).text());
            at++;
            if (NotShell.ends(texts.getLast())) {
                break;
            }
        }
        units.add(new ShellUnit(Kind.SHOWN, lines.get(from).line(), texts));
        return at;
    }

    /** Later lines of a statement are indented or do not look like commands. */
    private static boolean belongsToStatement(ShellLine line, boolean first) {
        String text = line.text();
        return first
                || !text.isBlank()
                        && !Comment.is(text)
                        && !line.output()
                        && !ShellGuess.isCommand(text);
    }

    private int command(int from) {
        int end = end(from);
        List<String> texts = new ArrayList<>();
        List<ShellLine> notes = new ArrayList<>();
        ShellLexer lexer = new ShellLexer();
        for (ShellLine line : lines.subList(from, end)) {
            if (lexer.isAtStartOfLine() && Comment.is(line.text())) {
                notes.add(line);
            } else if (!line.text().isBlank() || lexer.isInText()) {
                lexer.take(line.text());
                texts.add(line.text());
            }
        }
        units.add(new ShellUnit(Kind.COMMAND, lines.get(from).line(), texts));
        notes.forEach(note -> addComment(Kind.NOTE, note));
        return end;
    }

    /** The index after the last line of the command that begins at {@code from}. */
    private int end(int from) {
        ShellLexer lexer = new ShellLexer();
        int at = from;
        while (at < lines.size() && !(at > from && startsAnother(lexer, lines.get(at)))) {
            if (!(lexer.isAtStartOfLine() && Comment.is(lines.get(at).text()))) {
                lexer.take(lines.get(at).text());
            }
            at++;
            if (lexer.isComplete()) {
                return at;
            }
            if (at == from + 1 && failures >= PATIENCE) {
                break;
            }
        }
        boolean onlyContinued = !lexer.isInText() && at == lines.size();
        if (onlyContinued && at == from + 1) {
            return at;
        }
        failures++;
        if (failures <= PATIENCE) {
            unended.accept(lines.get(from).line());
        }
        return from + 1;
    }

    /** A quote left open by an apostrophe must not swallow the next numbered step. */
    private static boolean startsAnother(ShellLexer lexer, ShellLine line) {
        if (line.output()) {
            return true;
        }
        if (!lexer.isInQuotes() || !Comment.is(line.text())) {
            return false;
        }
        String words = Comment.words(line.text());
        return Comment.numbered(words).isPresent() || OptionTitle.of(words).isPresent();
    }
}
