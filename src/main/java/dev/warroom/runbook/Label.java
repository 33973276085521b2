package dev.warroom.runbook;

import java.util.Locale;
import java.util.Set;

/**
 * Rule: which words after a fence say that a block runs, and which that it is a recorded session.
 */
final class Label {

    private static final Set<String> SHELL =
            Set.of("sh", "bash", "shell", "zsh", "ksh", "console", "terminal");
    private static final Set<String> SESSION =
            Set.of("console", "shell-session", "shellsession", "sh-session", "bash-session");

    private Label() {}

    /** The first word of a fence's info in lower case, without attributes; empty for none. */
    static String of(String info) {
        String words = info.strip();
        int end = 0;
        while (end < words.length() && " \t{,;:".indexOf(words.charAt(end)) < 0) {
            end++;
        }
        return words.substring(0, end).toLowerCase(Locale.ROOT);
    }

    static boolean isShell(String label) {
        return SHELL.contains(label) || SESSION.contains(label);
    }

    /** Whether lines without a prompt are output. */
    static boolean isSession(String label) {
        return SESSION.contains(label);
    }
}
