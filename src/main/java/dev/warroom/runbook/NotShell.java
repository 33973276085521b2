package dev.warroom.runbook;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Rule: a block whose lines tell that another interpreter reads them, or none at all, is shown, not
 * run, whatever its label says.
 */
final class NotShell {

    private static final Pattern SHEBANG =
            Pattern.compile("#!.*\\b(?:python|perl|ruby|node|php|awk|expect)[\\d.]{0,6}\\b.*");

    /** What bash would misread: variables that are set, programs whose output is taken, blocks. */
    private static final Pattern FISH =
            Pattern.compile(
                    "set -[a-zA-Z]+ .*|.*(?:^|[ =\"])\\((?!\\().*|.*; (?:and|or) .*"
                            + "|(?:and|or|end|abbr|begin|switch|function|status) ?.*|fish_\\w+ .*");

    /** Commands that zsh alone has. */
    private static final Pattern ZSH =
            Pattern.compile(
                    "(?:zstyle|setopt|unsetopt|bindkey|compdef|compinit|autoload|zmodload)(?:\\s.*)?");

    /** What only a program in JavaScript has: members of objects, functions that are values. */
    private static final Pattern MEMBER =
            Pattern.compile(
                    "\\s*this\\.\\w+ = .*|[\\w.]+\\.prototype\\..*|[\\w. ]+ = function ?\\w*\\(.*");

    private static final Pattern POWERSHELL = Pattern.compile("\\$env:[A-Z]");

    /** A variable that is set to what no shell reads so: a sum, a list, what a cmdlet finds. */
    private static final Pattern POWERSHELL_SETS =
            Pattern.compile(
                    "\\$[A-Za-z]\\w*\\s?\\+?=\\s?(?:(?:\\$[\\w.]+|\"[^\"]*\")\\s?\\+\\s?[\"$'].*"
                            + "|@[({].*|\\[\\w+].*|[A-Z][a-z]+-[A-Z][a-z].*)");

    private static final Pattern GIVEN_TO_POWERSHELL =
            Pattern.compile("\\b(?:pwsh|powershell)\\s.*'");

    private static final Pattern WINDOWS = Pattern.compile("set [A-Z][A-Z\\d_]*=.*");

    private static final String KEY_ENDS = "-----END ";

    private static final Pattern KEY_IN_COMMAND = Pattern.compile("<<|[\"']-----BEGIN ");

    private NotShell() {}

    /** Whether a line of a block that is labelled as fish is not also one of bash. */
    static boolean isForFish(List<String> lines) {
        return lines.stream().anyMatch(line -> FISH.matcher(line.strip()).matches());
    }

    /** Whether a line of a block that is labelled as zsh is not also one of bash. */
    static boolean isForZsh(List<String> lines) {
        return lines.stream().anyMatch(line -> ZSH.matcher(line.strip()).matches());
    }

    private static boolean isMember(String line) {
        boolean may = line.contains(" = ") || line.contains(".prototype.");
        return may && MEMBER.matcher(line).matches();
    }

    /**
     * Whether the first line gives a block to another interpreter, or it holds tests, members or
     * variables of one, or a key.
     */
    static boolean isForAnother(List<String> lines) {
        String first = lines.isEmpty() ? "" : lines.getFirst();
        if (first.startsWith("#!") && SHEBANG.matcher(first.strip()).matches()) {
            return true;
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("@test \"") && line.endsWith("{")
                    || isMember(line)
                    || (isOfPowerShell(line) || isOfWindows(line)) && !isInText(lines, i)) {
                return true;
            }
        }
        return isKey(lines);
    }

    /** Whether a key ends in the block that stands in no text of a command's own. */
    private static boolean isKey(List<String> lines) {
        return lines.stream()
                        .anyMatch(
                                line ->
                                        line.startsWith(KEY_ENDS)
                                                && line.stripTrailing().endsWith("-----"))
                && lines.stream().noneMatch(line -> KEY_IN_COMMAND.matcher(line).find());
    }

    /** Whether a command above may write the line to a file, to be read elsewhere. */
    private static boolean isInText(List<String> lines, int at) {
        return lines.subList(0, at).stream().anyMatch(line -> line.contains("<<"));
    }

    /**
     * Whether a variable of PowerShell's stands in {@code line}: {@code "$env:HOME"}, which a shell
     * may give to one, or is set there.
     */
    private static boolean isOfPowerShell(String line) {
        return line.startsWith("$") && POWERSHELL_SETS.matcher(line).matches()
                || line.indexOf('$') >= 0
                        && line.contains("$env:")
                        && POWERSHELL.matcher(line).find()
                        && !GIVEN_TO_POWERSHELL.matcher(line).find();
    }

    /**
     * Whether a variable is set as Windows' console sets it; a shell would set what it was given.
     */
    private static boolean isOfWindows(String line) {
        return line.startsWith("set ") && WINDOWS.matcher(line).matches();
    }
}
