package dev.warroom.runbook;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rule: a tool that is not known here is one all the same when what follows its name is what tools
 * are told to do: {@code shipit deploy}, {@code acme db push}.
 */
final class Subcommand {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ARGUMENT = Pattern.compile("[\\w@%+=:,./<>{}$\\[\\]-]*[\\w>}\\]]");
    private static final int MOST_ARGUMENTS = 4;
    private static final Set<String> VERBS =
            Set.of(
                    "apply",
                    "backup",
                    "build",
                    "deploy",
                    "describe",
                    "destroy",
                    "disable",
                    "down",
                    "downgrade",
                    "drain",
                    "enable",
                    "exec",
                    "failover",
                    "flush",
                    "get",
                    "init",
                    "inspect",
                    "install",
                    "list",
                    "login",
                    "logout",
                    "logs",
                    "ls",
                    "migrate",
                    "plan",
                    "promote",
                    "ps",
                    "pull",
                    "purge",
                    "push",
                    "redeploy",
                    "reload",
                    "restart",
                    "restore",
                    "rollback",
                    "run",
                    "scale",
                    "start",
                    "status",
                    "stop",
                    "switchover",
                    "sync",
                    "tail",
                    "undeploy",
                    "uninstall",
                    "up",
                    "upgrade",
                    "validate",
                    "version");

    private Subcommand() {}

    /**
     * @param arguments what stands behind a word that may be a tool's name
     */
    static boolean begins(String arguments) {
        if (arguments.isBlank() || arguments.length() > 100) {
            return false;
        }
        String[] words = BLANKS.split(arguments.strip(), MOST_ARGUMENTS + 1);
        if (words.length > MOST_ARGUMENTS) {
            return false;
        }
        for (String word : words) {
            if (!ARGUMENT.matcher(word).matches()) {
                return false;
            }
        }
        return isVerb(words[0]) || words.length > 1 && words.length < 4 && isVerb(words[1]);
    }

    /** {@code queue:restart} is one too. */
    private static boolean isVerb(String word) {
        return VERBS.contains(word.substring(word.indexOf(':') + 1));
    }
}
