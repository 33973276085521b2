package dev.warroom.runbook;

import dev.warroom.runbook.ShellUnit.Kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Cuts a shell block into {@link ShellUnit}s. */
final class ShellUnits {

    /** Commands without an end that are looked for to the end of a block; bounds the time. */
    private static final int PATIENCE = 20;

    private static final Pattern UNDERLINE = Pattern.compile("-{3,}(?:[+ |]-+)*");

    /** Opens a file, whose content may stand below. */
    private static final Pattern EDITOR =
            Pattern.compile(
                    "\\s*(?:sudo\\s+)?(?:vim?|nvim|nano|pico|emacs|gedit|mcedit|sudoedit|visudo"
                            + "|crontab\\s+-e|systemctl\\s+edit)(?:\\s[^|;&>]*)?");

    /** What databases and talking programs take as a command of their own: {@code .tables}. */
    private static final Pattern DOTTED = Pattern.compile("\\.[a-z]+(?:\\s.*)?");

    private final List<ShellLine> lines;
    private final List<Finding> findings;
    private final List<ShellUnit> units = new ArrayList<>();
    private int failures;
    private boolean inEditor;

    private ShellUnits(List<ShellLine> lines, List<Finding> findings) {
        this.lines = Wrapped.mended(lines, findings);
        this.findings = findings;
    }

    /**
     * @param findings grows by what looks wrong: a command whose quote or here-document does not
     *     end, which is taken to end with its line; a line that is no command, which is shown
     */
    static List<ShellUnit> of(List<ShellLine> lines, List<Finding> findings) {
        ShellUnits reading = new ShellUnits(lines, findings);
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
            units.add(new ShellUnit(Kind.SHOWN, line.line(), List.of(text), true, null));
        } else if (text.startsWith("#!")) {
            // Names the shell, and says nothing to people.
            return at + 1;
        } else if (Comment.is(text)) {
            addComment(Kind.COMMENT, line);
        } else if (Statement.begins(text)) {
            return statement(at);
        } else {
            LineLooks looks = looks(at);
            if (inEditor && !line.typed() && looks == LineLooks.POSSIBLE) {
                // It is what to write, as the command above has opened a file for.
                looks = LineLooks.FOREIGN;
            }
            inEditor &= looks == LineLooks.FOREIGN;
            inEditor |= looks == LineLooks.COMMAND && EDITOR.matcher(text).matches();
            return looks == LineLooks.FOREIGN ? foreign(at) : command(at, looks);
        }
        return at + 1;
    }

    /** What stands behind a prompt was typed, whatever it looks like. */
    private LineLooks looks(int at) {
        LineLooks looks = isHeader(at) ? LineLooks.FOREIGN : LineLooks.of(lines.get(at).text());
        if (looks != LineLooks.FOREIGN || !lines.get(at).typed()) {
            return looks;
        }
        String text = withoutComment(lines.get(at).text());
        boolean said =
                DeviceLine.is(text)
                        || ForeignLine.isQuery(text)
                        || Synopsis.is(text)
                        || DOTTED.matcher(text).matches()
                        || text.endsWith(";");
        return said ? looks : LineLooks.POSSIBLE;
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf(" #");
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }

    /** What is underlined is the head of a table. */
    private boolean isHeader(int at) {
        String below = at + 1 < lines.size() ? lines.get(at + 1).text() : "";
        if (!below.contains("---")) {
            return false;
        }
        String next = below.strip();
        return next.startsWith("---") && next.length() > 5 && UNDERLINE.matcher(next).matches();
    }

    private int foreign(int at) {
        ShellLine line = lines.get(at);
        units.add(new ShellUnit(Kind.SHOWN, line.line(), line.text()));
        boolean goesOn = at > 0 && isForeign(lines.get(at - 1));
        if (!goesOn) {
            findings.add(
                    new Finding(
                            line.line(),
                            "this line does not read as a command; it is shown, not run",
                            "Put it outside of the block, or behind a # as a comment."));
        }
        return at + 1;
    }

    private boolean isForeign(ShellLine line) {
        return !units.isEmpty()
                && units.size() > 1
                && units.get(units.size() - 2).kind() == Kind.SHOWN
                && units.get(units.size() - 2).line() == line.line();
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
            if (Statement.ends(texts.getLast())) {
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
                        && LineLooks.of(text) != LineLooks.COMMAND;
    }

    private int command(int from, LineLooks looks) {
        int end = end(from);
        if (end == from + 1 && !(end < lines.size() && Wrapped.goesOn(lines.get(end)))) {
            addCommand(lines.get(from), List.of(lines.get(from).text()), looks);
            return end;
        }
        Set<Integer> cut = new HashSet<>();
        while (end < lines.size() && Wrapped.goesOn(lines.get(end))) {
            findings.add(
                    new Finding(
                            lines.get(end).line(),
                            "this line goes on with the command above it, which lacks its"
                                    + " backslash",
                            "End the line above with a backslash."));
            cut.add(lines.get(end - 1).line());
            end = end(end);
        }
        List<String> texts = new ArrayList<>();
        List<ShellLine> notes = new ArrayList<>();
        ShellLexer lexer = new ShellLexer();
        for (ShellLine line : lines.subList(from, end)) {
            boolean joins = cut.contains(line.line()) && !lexer.isInText();
            if ((joins || lexer.isAtStartOfLine()) && Comment.is(line.text())) {
                // A shell would end the command there.
                notes.add(line);
            } else if (!line.text().isBlank() || lexer.isInText()) {
                lexer.take(line.text());
                texts.add(cut.contains(line.line()) ? line.text() + " \\" : line.text());
            }
        }
        addCommand(lines.get(from), texts, looks);
        notes.forEach(note -> addComment(Kind.NOTE, note));
        return end;
    }

    private void addCommand(ShellLine first, List<String> texts, LineLooks looks) {
        units.add(
                new ShellUnit(
                        Kind.COMMAND, first.line(), Wrapped.withoutLast(texts), false, looks));
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
        boolean ends = at == lines.size() || at > from && lines.get(at).output();
        boolean alone = at == lines.size() && at == from + 1 && !lexer.isInText();
        if (alone || ends && lexer.isOnlyContinued()) {
            return at;
        }
        failures++;
        if (failures <= PATIENCE) {
            findings.add(
                    new Finding(
                            lines.get(from).line(),
                            "the command that begins here does not end in its block: a"
                                    + " quote, a here-document or a compound command"
                                    + " stays open",
                            "Close it, or write the line as a comment."));
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
