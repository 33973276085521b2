package dev.warroom.runbook;

import dev.warroom.runbook.ShellUnit.Kind;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rule: where each command of a block has a remark of its own behind it, each is a step: {@code
 * docker compose down # keeps the volumes} and {@code docker compose down -v # deletes them} are
 * told apart, and nobody who wants the one runs the other. Commands that others need in their own
 * shell stay with them.
 */
final class Remarked {

    private static final Pattern FOR_THIS_SHELL =
            Pattern.compile(
                    "(?:[A-Za-z_]\\w*\\+?=(?:\"[^\"]*\"|'[^']*'|\\$\\([^)]*\\)|[^\\s\"'$]|\\$\\w)*\\s+#"
                        + "|(?:set|shopt|alias|declare|typeset|local|source|\\.|read|eval|exec|trap"
                        + "|pushd|popd|function|exit|return|umask|ulimit)\\s).*");

    private Remarked() {}

    static boolean are(List<ShellUnit> units) {
        int commands = 0;
        for (ShellUnit unit : units) {
            if (unit.kind() == Kind.BLANK) {
                continue;
            }
            if (unit.kind() != Kind.COMMAND
                    || unit.lines().size() > 1
                    || !isRemarked(unit.first())) {
                return false;
            }
            commands++;
        }
        return commands > 1;
    }

    /** Whether the lines of a block may be such; tells less than {@link #are}. */
    static boolean mayBe(List<String> lines) {
        for (String line : lines) {
            if (!line.isBlank() && line.indexOf(" #") < 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRemarked(String written) {
        String line = written.strip();
        BitSet remarks = Aside.remarks(line);
        int mark = remarks.nextSetBit(0);
        return mark > 0
                && line.length() > mark + 2
                && line.length() <= LineLooks.LONGEST
                && !FOR_THIS_SHELL.matcher(line).matches()
                && !Dialogues.opensShell(line);
    }
}
