package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: a variable that nothing sets is asked for. What an earlier block sets, what every
 * environment has, what has a default, and what is only printed or tested is not.
 *
 * @param used by name, how each is written
 * @param set the names that the script sets
 * @param open whether it takes in variables that cannot be known here
 */
record Variables(Map<String, Set<String>> used, Set<String> set, boolean open, String script) {

    private static final Pattern SETS =
            Pattern.compile(
                    "\\bfor\\s+([A-Za-z_]\\w*)\\b|\\$\\{([A-Za-z_]\\w*):?="
                            + "|\\bprintf\\s+-v\\s+([A-Za-z_]\\w*)");
    private static final Pattern NAMES =
            Pattern.compile(
                    "\\b(?:read|mapfile|readarray|export|local|declare|getopts\\s+\\S+)((?:"
                            + "\\s+(?:-[a-zA-Z]+|\"[^\"]*\"|'[^']*'|[A-Za-z_]\\w*))+)");
    private static final Pattern OPEN =
            Pattern.compile(
                    "(?:^|[;&|({]|\\b(?:if|then|do|else)\\s)[ \\t]*(?:source|\\.|eval)[ \\t]+\\S",
                    Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern ONLY_LOOKED_AT =
            Pattern.compile("\\s*(?:echo|printf|printenv|test|\\[\\[?)\\s.*");
    private static final Set<String> EVERYWHERE =
            Set.of(
                    "HOME",
                    "PATH",
                    "USER",
                    "PWD",
                    "OLDPWD",
                    "SHELL",
                    "HOSTNAME",
                    "HOST",
                    "LANG",
                    "TERM",
                    "TMPDIR",
                    "TMP",
                    "TEMP",
                    "EDITOR",
                    "LOGNAME",
                    "UID",
                    "EUID",
                    "GID",
                    "RANDOM",
                    "SECONDS",
                    "IFS",
                    "PPID",
                    "COLUMNS",
                    "LINES",
                    "DISPLAY",
                    "REPLY",
                    "OPTARG",
                    "OPTIND",
                    "LINENO",
                    "FUNCNAME",
                    "PIPESTATUS",
                    "SHLVL",
                    "KUBECONFIG",
                    "EPOCHSECONDS",
                    "MAIL",
                    "PAGER",
                    "SUDO_USER",
                    "DATABASE_URL",
                    "GOPATH",
                    "JAVA_HOME");
    private static final Pattern FAMILY =
            Pattern.compile(
                    "(?:BASH|SSH|XDG|LC|AWS|GOOGLE|DOCKER|KUBERNETES)_\\w+|BASH\\w*|CI_\\w+");

    static Variables in(String script) {
        Map<String, Set<String>> used = new LinkedHashMap<>();
        Set<String> set = new LinkedHashSet<>();
        addAssigned(script, set);
        boolean other =
                script.contains("for ") || script.contains("printf -v") || script.contains("${");
        Matcher sets = SETS.matcher(other ? script : "");
        while (sets.find()) {
            for (int group = 1; group <= 3; group++) {
                if (sets.group(group) != null) {
                    set.add(sets.group(group));
                }
            }
        }
        boolean named =
                script.contains("read")
                        || script.contains("export")
                        || script.contains("local")
                        || script.contains("declare")
                        || script.contains("mapfile")
                        || script.contains("getopts");
        Matcher names = NAMES.matcher(named ? script : "");
        while (names.find()) {
            WORD.matcher(names.group(1)).results().forEach(word -> set.add(word.group()));
        }
        VariableUses.in(script, ONLY_LOOKED_AT)
                .forEach(
                        use ->
                                used.computeIfAbsent(use.name(), name -> new LinkedHashSet<>())
                                        .add(use.written()));
        boolean open =
                (script.contains(". ") || script.contains("source ") || script.contains("eval "))
                        && OPEN.matcher(script).find();
        return new Variables(used, set, open, script);
    }

    /** Takes in the names before equal signs, where a word begins. */
    private static void addAssigned(String script, Set<String> set) {
        for (int at = script.indexOf('='); at > 0; at = script.indexOf('=', at + 1)) {
            int end = script.charAt(at - 1) == '+' ? at - 1 : at;
            if (end > 0 && script.charAt(end - 1) == ']') {
                end = Math.max(0, script.lastIndexOf('[', end));
            }
            int start = end;
            while (start > 0
                    && (Character.isLetterOrDigit(script.charAt(start - 1))
                            || script.charAt(start - 1) == '_')) {
                start--;
            }
            boolean begins = start == 0 || ";&|({ \t\n".indexOf(script.charAt(start - 1)) >= 0;
            if (begins && start < end && !Character.isDigit(script.charAt(start))) {
                set.add(script.substring(start, end));
            }
        }
    }

    /**
     * What is to be asked for.
     *
     * @param before names that are set by now
     */
    List<Placeholder> unset(Set<String> before, Settings settings) {
        List<Placeholder> asked = new ArrayList<>();
        int[] looked = {0};
        used.forEach(
                (name, ways) -> {
                    boolean known =
                            set.contains(name)
                                    || before.contains(name)
                                    || EVERYWHERE.contains(name)
                                    || FAMILY.matcher(name).matches();
                    boolean asks =
                            !known
                                    && ++looked[0] <= ExampleWords.MOST_WORDS
                                    && ways.stream().allMatch(this::isAlone);
                    for (String written : asks ? ways : Set.<String>of()) {
                        asked.add(settings.placeholder(name, written, Placeholder.Kind.VARIABLE));
                    }
                });
        return asked;
    }

    /** Whether the text never stands for the beginning of another name. */
    private boolean isAlone(String written) {
        if (written.endsWith("}")) {
            return true;
        }
        for (int at = script.indexOf(written); at >= 0; at = script.indexOf(written, at + 1)) {
            int end = at + written.length();
            if (end < script.length()
                    && (Character.isLetterOrDigit(script.charAt(end))
                            || script.charAt(end) == '_')) {
                return false;
            }
        }
        return true;
    }
}
