package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: where a block shows a session, prompts are taken off, and a line without a prompt is what
 * was printed. A block shows a session when its first words stand behind a prompt, or when its
 * label says so and it has a prompt at all. A prompt counts only with a blank behind it.
 */
final class Prompts {

    private static final String PLACE =
            "(?:\\([\\w.-]{1,40}\\)\\s?)?(?:\\[?[\\w.-]{1,64}@[\\w.-]{1,64}(?:[:"
                    + " ][^\\]$#%>]{0,80})?\\]?\\s?|(?:ba|z|a)?sh-[\\d.]{1,8}|[\\w.-]{1,64}:["
                    + "~/][\\w./~-]{0,80}\\s?"
                    + "|[~/][\\w./-]{0,40}\\s?)";
    private static final Pattern PROMPT =
            Pattern.compile(
                    "\\s{0,8}(?:"
                            + PLACE
                            + "[$#%>]|shell>|(?:\\([\\w.-]{1,40}\\)\\s)?[$%❯➜])(?: (.*)|\\s?)");
    private static final Pattern HOST =
            Pattern.compile("\\s{0,8}([\\w][\\w.-]{1,63})\\s{1,16}([$#]) (.*)");
    private static final Pattern ANGLE = Pattern.compile("\\s{0,8}> (\\S.*)");

    private Prompts() {}

    /** The lines of {@code code}, each with its place in the file. */
    static List<ShellLine> read(Block.Code code) {
        List<String> lines = code.lines();
        boolean prompted = lines.stream().anyMatch(Prompts::hasPrompt);
        boolean session = prompted && (startsWithPrompt(lines) || isMixed(lines, code.label()));
        if (!session && startsWithAngle(lines)) {
            return session(code, ANGLE, false);
        }
        boolean root = !session && RootPrompt.rules(lines);
        return session || root ? session(code, PROMPT, root) : plain(code);
    }

    /** Whether the block has prompts. */
    static boolean isSession(Block.Code code) {
        return startsWithPrompt(code.lines());
    }

    /** Whether the first line that is no comment has a prompt. */
    static boolean startsWithPrompt(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !(Comment.is(line) && !RootPrompt.is(line)))
                .findFirst()
                .filter(
                        line ->
                                hasPrompt(line)
                                        || RootPrompt.is(line)
                                                && lines.stream().anyMatch(Prompts::hasPrompt))
                .isPresent();
    }

    /** Prompts further down show a session, unless they stand in a text of their own. */
    private static boolean isMixed(List<String> lines, String label) {
        return Label.isShell(label) && lines.stream().noneMatch(line -> line.contains("<<"));
    }

    private static boolean hasPrompt(String line) {
        return typed(line, PROMPT) != null;
    }

    /** What stands behind the prompt; null where there is none. */
    private static String typed(String line, Pattern prompt) {
        if (!mayHavePrompt(line)) {
            return null;
        }
        Matcher matcher = prompt.matcher(line);
        if (line.length() > 1 && matcher.matches()) {
            return matcher.group(1) == null ? "" : matcher.group(1);
        }
        Matcher host = HOST.matcher(line);
        boolean found =
                prompt == PROMPT
                        && host.matches()
                        && !Commands.isKnown(host.group(1))
                        && (host.group(2).equals("$") || host.group(1).matches(".*\\d.*"));
        return found ? host.group(3) : null;
    }

    /** Looks for a prompt's last letter, which is faster than reading it. */
    private static boolean mayHavePrompt(String line) {
        int limit = Math.min(line.length(), 200);
        for (int i = 0; i < limit; i++) {
            char letter = line.charAt(i);
            boolean mark =
                    letter == '$'
                            || letter == '#'
                            || letter == '%'
                            || letter == '>'
                            || letter == '❯'
                            || letter == '➜';
            if (mark && (i + 1 == line.length() || line.charAt(i + 1) == ' ')) {
                return i > 0 || line.charAt(0) != '#';
            }
        }
        return false;
    }

    /** The angle is a prompt only of commands that are known; it begins a quotation elsewhere. */
    private static boolean startsWithAngle(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(ANGLE::matcher)
                .filter(Matcher::matches)
                .filter(it -> LineLooks.of(it.group(1)) == LineLooks.COMMAND)
                .isPresent();
    }

    private static List<ShellLine> plain(Block.Code code) {
        List<ShellLine> lines = new ArrayList<>();
        for (String text : code.lines()) {
            lines.add(new ShellLine(code.line(lines.size()), text, false));
        }
        return lines;
    }

    private static List<ShellLine> session(Block.Code code, Pattern prompt, boolean onlyRoot) {
        List<ShellLine> lines = new ArrayList<>();
        ShellLexer lexer = new ShellLexer();
        boolean root = onlyRoot;
        boolean begun = false;
        for (String text : code.lines()) {
            int line = code.line(lines.size());
            String typed = typed(text, prompt);
            boolean fresh = true;
            if (typed != null) {
                root |= RootPrompt.beginsAfter(typed);
            } else if (root && RootPrompt.is(text) || !begun && !onlyRoot && RootPrompt.is(text)) {
                typed = text.strip().substring(2);
            } else if (!lexer.isComplete()) {
                typed = text.startsWith("> ") ? text.substring(2) : text;
                fresh = false;
            } else if (text.isBlank()
                    || prompt == PROMPT && Comment.is(text) && !onlyRoot
                    || !begun && LineLooks.of(text) != LineLooks.FOREIGN) {
                typed = text;
            }
            lines.add(new ShellLine(line, typed == null ? text : typed, typed == null));
            if (typed != null && !Comment.is(typed) && !typed.isBlank()) {
                lexer = fresh ? new ShellLexer() : lexer;
                lexer.take(typed);
                begun = true;
                root |= RootPrompt.beginsAfter(typed);
            } else if (typed != null && !fresh) {
                lexer.take(typed);
            }
        }
        return lines;
    }
}
