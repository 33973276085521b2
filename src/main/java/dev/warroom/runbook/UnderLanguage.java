package dev.warroom.runbook;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: below the name of a language in which no statement puts a name right beside another, a
 * block of nothing but commands that are known is typed into a shell: {@code pip install gauge}
 * below "python", which it installs something for.
 */
final class UnderLanguage {

    private static final Set<String> LANGUAGES =
            Set.of(
                    "java",
                    "javascript",
                    "js",
                    "py",
                    "python",
                    "python2",
                    "python3",
                    "r",
                    "ts",
                    "typescript");

    /** What else begins a statement of one of these languages. */
    private static final Set<String> WORDS = Set.of("exec", "local", "print", "time");

    /** A name, options and a name: the second is no operator, and nothing is called or set. */
    private static final Pattern CALL =
            Pattern.compile(
                    "(?:sudo )?([a-z][\\w.-]*)(?: --?[A-Za-z][\\w-]*(?:=\\S+)?)*"
                        + " (?!(?:and|as|else|for|if|in|instanceof|is|not|of|or)\\b)[A-Za-z][\\w./:@~+-]*(?:["
                        + " =].*)?");

    private static final String ENDS_STATEMENT = ";{}(),:";

    private UnderLanguage() {}

    /**
     * Whether every line of {@code code} is a remark or such a command, and one begins as no
     * sentence does.
     */
    static boolean isTyped(Block.Code code) {
        if (!LANGUAGES.contains(code.label())) {
            return false;
        }
        boolean any = false;
        boolean goesOn = false;
        for (String line : code.lines()) {
            String text = line.strip();
            if (!goesOn && !text.isEmpty() && !Comment.is(text)) {
                if (!isCommand(text)) {
                    return false;
                }
                any = any || !Commands.isAlsoWord(FirstWord.of(withoutPrompt(text)));
            }
            goesOn = (goesOn || !Comment.is(text)) && text.endsWith("\\");
        }
        return any;
    }

    private static boolean isCommand(String line) {
        String text = withoutPrompt(line);
        if (text.length() > LineLooks.LONGEST
                || ENDS_STATEMENT.indexOf(text.charAt(text.length() - 1)) >= 0) {
            return false;
        }
        Matcher call = CALL.matcher(text);
        return call.matches()
                && Commands.isKnown(call.group(1))
                && !Commands.beginsStatement(call.group(1))
                && !WORDS.contains(call.group(1))
                && LineLooks.of(text) == LineLooks.COMMAND;
    }

    private static String withoutPrompt(String line) {
        return line.startsWith("$ ") ? line.substring(2) : line;
    }
}
