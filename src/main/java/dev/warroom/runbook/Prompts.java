package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: where a block shows a session, prompts are taken off, and a line without a prompt is what
 * was printed. A block shows a session when its first words stand behind a prompt, or when its
 * label says so and it has a prompt at all.
 */
final class Prompts {

    private static final String PLACE =
            "\\[?[\\w.-]{1,64}@[\\w.-]{1,64}(?:[:"
                    + " ][^\\s\\]$#%]{0,80})?\\]?\\s?|(?:ba)?sh-[\\d.]{1,8}";
    private static final Pattern PROMPT =
            Pattern.compile("\\s{0,8}(?:(?:" + PLACE + ")[$#%]|[$%]) (.*)");
    private static final Pattern ROOT =
            Pattern.compile("\\s{0,8}# ((?:[a-z][\\w.-]*|\\.{0,2}/\\S+)(?:\\s.*)?)");

    private Prompts() {}

    /** The lines of {@code code}, each with its place in the file. */
    static List<ShellLine> read(Block.Code code) {
        boolean labelled = Label.isSession(code.label());
        boolean prompted = code.lines().stream().anyMatch(it -> PROMPT.matcher(it).matches());
        boolean root = labelled && !prompted && startsAsRoot(code.lines());
        boolean session = labelled ? prompted || root : startsWithPrompt(code.lines());
        return session ? session(code, root ? ROOT : PROMPT) : plain(code);
    }

    /** Whether the first line that is no comment has a prompt. */
    static boolean startsWithPrompt(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !Comment.is(line))
                .findFirst()
                .filter(line -> PROMPT.matcher(line).matches())
                .isPresent();
    }

    /** A number sign is the prompt of root when a known command follows it. */
    private static boolean startsAsRoot(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(ROOT::matcher)
                .filter(Matcher::matches)
                .filter(it -> ShellGuess.isCommand(it.group(1)))
                .isPresent();
    }

    private static List<ShellLine> plain(Block.Code code) {
        List<ShellLine> lines = new ArrayList<>();
        for (String text : code.lines()) {
            lines.add(new ShellLine(code.line() + lines.size(), text, false));
        }
        return lines;
    }

    private static List<ShellLine> session(Block.Code code, Pattern prompt) {
        List<ShellLine> lines = new ArrayList<>();
        boolean continued = false;
        for (String text : code.lines()) {
            int line = code.line() + lines.size();
            Matcher matcher = prompt.matcher(text);
            String typed = null;
            if (matcher.matches()) {
                typed = matcher.group(1);
            } else if (continued) {
                typed = text.startsWith("> ") ? text.substring(2) : text;
            } else if (text.isBlank() || prompt == PROMPT && Comment.is(text)) {
                typed = text;
            }
            lines.add(new ShellLine(line, typed == null ? text : typed, typed == null));
            continued = typed != null && typed.endsWith("\\");
        }
        return lines;
    }
}
