package dev.warroom.check;

import java.util.regex.Pattern;

/**
 * Shell that bash can read for sure: lines of plain words, quoted ones, variables, pipes and
 * redirections, none of them a word of the shell's own grammar. Most scripts of runbooks are like
 * that, and to start bash for each takes a hundred times as long as this look.
 */
final class PlainShell {

    private static final String WORD =
            "(?:[\\w./:=,@%+~^*?-]|\\$[A-Za-z_]\\w*+|'[^'\\n]*+'"
                    + "|\"(?:[^\"`$\\\\\\n]|\\$[A-Za-z_]\\w*+)*+\")++";

    private static final String COMMAND =
            WORD + "(?:[ \\t]++(?:2>&1|\\d?>>?[ \\t]*+" + WORD + "|" + WORD + "))*+";

    private static final Pattern PLAIN =
            Pattern.compile(
                    "(?:[ \\t]*+(?:"
                            + COMMAND
                            + "(?:[ \\t]*+(?:\\|\\|?|&&|;)[ \\t]*+"
                            + COMMAND
                            + ")*+(?:[ \\t]++#.*+)?+|#.*+)?+[ \\t]*+(?:\\n|\\z))*+");

    private static final Pattern GRAMMAR =
            Pattern.compile(
                    "(?<![^\\s;|&])(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|select"
                            + "|function|coproc|time|in)(?![^\\s;|&])");

    private PlainShell() {}

    /** Whether bash reads {@code script} for sure; it may read others. */
    static boolean surely(String script) {
        return PLAIN.matcher(script).matches() && !GRAMMAR.matcher(script).find();
    }
}
