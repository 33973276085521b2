package dev.warroom.runbook;

import java.util.Locale;
import java.util.Set;

/** Rule: what the word after a fence says about a block. */
enum Label {
    /** It runs. */
    SHELL,
    /** It is a recorded session: lines without a prompt are output. */
    SESSION,
    /** Nothing: its content tells. */
    NONE,
    /** Data or a query, unless its content is plainly shell: labels get copied. */
    DATA,
    /** A program, or what one printed. */
    OTHER;

    private static final Set<String> SHELLS =
            Set.of(
                    "sh",
                    "bash",
                    "shell",
                    "zsh",
                    "ksh",
                    "dash",
                    "ash",
                    "bsh",
                    "shellscript",
                    "shell-script",
                    "sh-script",
                    "cli",
                    "command",
                    "commandline",
                    "command-line",
                    "cmdline");
    private static final Set<String> SESSIONS =
            Set.of(
                    "console",
                    "terminal",
                    "term",
                    "shell-session",
                    "shellsession",
                    "sh-session",
                    "bash-session",
                    "shell_session",
                    "terminal-session");
    private static final Set<String> EMPTY =
            Set.of("", "text", "txt", "plain", "plaintext", "none", "raw", "nohighlight", "code");
    private static final Set<String> KINDS_OF_DATA =
            Set.of(
                    "yaml",
                    "yml",
                    "json",
                    "sql",
                    "mysql",
                    "psql",
                    "pgsql",
                    "postgresql",
                    "ini",
                    "toml",
                    "conf",
                    "config",
                    "cfg",
                    "properties",
                    "env",
                    "dotenv",
                    "http",
                    "xml",
                    "html",
                    "csv",
                    "diff",
                    "redis",
                    "promql",
                    "logql");

    /** Of {@link #name}. */
    static Label of(String name) {
        if (SHELLS.contains(name)) {
            return SHELL;
        }
        if (SESSIONS.contains(name)) {
            return SESSION;
        }
        if (EMPTY.contains(name)) {
            return NONE;
        }
        return KINDS_OF_DATA.contains(name) ? DATA : OTHER;
    }

    static boolean isShell(String name) {
        Label label = of(name);
        return label == SHELL || label == SESSION;
    }

    /**
     * The first word of a fence's info in lower case, without attributes; empty for none. The form
     * of Pandoc, {@code {.bash}}, counts too.
     */
    static String name(String info) {
        String words = info.strip();
        int from = words.startsWith("{.") ? 2 : words.startsWith(".") ? 1 : 0;
        int end = from;
        while (end < words.length() && " \t{},;:?=".indexOf(words.charAt(end)) < 0) {
            end++;
        }
        boolean setting =
                end < words.length() && words.charAt(end) == '=' && end + 1 < words.length();
        return setting ? "" : words.substring(from, end).toLowerCase(Locale.ROOT);
    }
}
