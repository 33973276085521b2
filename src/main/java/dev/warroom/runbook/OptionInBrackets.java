package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rule: below a shell's label, an option in brackets of a command that is known, with something to
 * fill in, is typed or left out: {@code kubectl get pods [--namespace <place>]}. It is run with the
 * option, which is asked for, as a shell would not know the word with its brackets.
 */
final class OptionInBrackets {

    private static final Pattern OPTION =
            Pattern.compile(
                    "(?<= )\\[(--?[A-Za-z][\\w-]{0,40}[ =]<\\p{L}[^<>\\[\\]]{0,60}>)\\](?=\\s|$)");

    private OptionInBrackets() {}

    /**
     * {@code code} without such brackets; the same where it has none, or words say that a form
     * follows.
     *
     * @param findings grows by the first of them
     */
    static Block.Code mended(Block.Code code, List<Finding> findings) {
        if (!Label.isShell(code.label())) {
            return code;
        }
        List<String> lines = code.lines();
        List<String> mended = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String typed = typed(line);
            if (typed.equals(line)) {
                continue;
            }
            if (mended == null) {
                if (code.introduction() == Introduction.DEFINES) {
                    return code;
                }
                mended = new ArrayList<>(lines);
                findings.add(
                        new Finding(
                                code.line(i),
                                "brackets say that an option may be left out, and a shell would"
                                        + " not know it with them; it is run with the option",
                                "Write the line with the option, or without."));
            }
            mended.set(i, typed);
        }
        return mended == null ? code : code.reading(mended);
    }

    /** What is typed of a line of such a block. */
    static String typed(String line) {
        int bracket = line.indexOf('[');
        return bracket > 0 && line.indexOf("[-", bracket) > 0 ? withoutBrackets(line) : line;
    }

    private static String withoutBrackets(String line) {
        String text = line.strip();
        text = text.startsWith("$ ") ? text.substring(2) : text;
        String name = FirstWord.of(text.startsWith("sudo ") ? text.substring(5) : text);
        if (line.length() > LineLooks.LONGEST
                || line.indexOf('"') >= 0
                || line.indexOf('\'') >= 0
                || !Commands.isKnown(name)
                || Commands.isAlsoWord(name)) {
            return line;
        }
        String typed = OPTION.matcher(line).replaceAll("$1");
        return typed.indexOf('[') < 0 ? typed : line;
    }
}
