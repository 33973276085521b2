package dev.warroom.runbook;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rule: a line of a program in another language, though it begins with a word that shells have too:
 * {@code for ship in ships:}, {@code export const port = 80;}.
 */
final class CodeLine {

    /** What every line that the rule can fit begins with, unless its end tells. */
    private static final Hints BEGINNINGS =
            Hints.of(
                    "export ",
                    "import ",
                    "function ",
                    "local ",
                    "let ",
                    "set ",
                    "gem ",
                    "source ",
                    "print ",
                    "server ",
                    "task ",
                    "role ",
                    "namespace ",
                    "exec ");

    private static final Pattern CODE =
            Pattern.compile(
                    "(?:export|import) (?:where\\s.*|all|none|filter\\s.*);|export"
                        + " (?:default|const|let|var|function|class|interface|type|async|enum)\\s.*|import"
                        + " [\"'({].*"
                        + "|function\\s+[\\w-]*\\s*\\(\\s*[^)\\s].*|(?:local|let)\\s+[\\w,"
                        + " ]+\\s=\\s.*"
                        + "|set\\s+(?:-[Ugl]x?\\s|[a-z][\\w-]*(?:\\s+(?:on|off|\\d+))?$).*"
                        + "|(?:gem|print|server|task|role|namespace|set)\\s+:\\w.*"
                        + "|(?:gem|print)\\s+[\"'][^\"']*[\"'](?:,.*)?"
                        + "|(?:server|role)\\s+[\"'][^\"']*[\"'],.*|source\\s+(?:[\"']https?://.*|\\S+\\.sql;?)|exec"
                        + " (?:user process caused.*|\\S+: .*)");
    private static final Pattern OPENS =
            Pattern.compile(
                    "(?:if|elif|else|for|while|with|try|except|def|class|async)\\b.*"
                            + "|[\\w-]+(?:\\s+[A-Z]\\w*)?(?:\\s+\"[^\"]*\"){1,3}\\s+\\{"
                            + "|[a-z]+\\s\\{\\s['\"].*:");

    private static final Pattern CONDITION =
            Pattern.compile("(?:else\\s)?(?:if|while)\\s\\([^(].*\\)(?:\\s(?:then|do|\\{))?");
    private static final Set<String> ENDS = Set.of("endif", "end if", "endfor", "endwhile");

    private CodeLine() {}

    /**
     * @param text not empty, without blanks around it
     */
    static boolean is(String text) {
        char last = text.charAt(text.length() - 1);
        boolean opens = last == ':' || last == '{' && text.endsWith(" {") && text.indexOf(';') < 0;
        return (text.startsWith("if (") && text.indexOf(") {") > 0)
                || (text.startsWith("if (")
                                || text.startsWith("while (")
                                || text.startsWith("else if ("))
                        && CONDITION.matcher(text).matches()
                || ENDS.contains(text)
                || text.startsWith("for (") && !text.startsWith("for ((")
                || opens && OPENS.matcher(text).matches()
                || BEGINNINGS.begin(text) && CODE.matcher(text).matches();
    }
}
