package dev.warroom.runbook;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rule: a block of which nothing is said is no shell where its lines together show something else:
 * a list of files, a query in stages, the sections of a configuration, a table.
 */
final class NotTyped {

    private static final Pattern STAGE =
            Pattern.compile(
                    ".*\\|\\s*(?:(?:where|summarize|extend|project|timechart|mv-expand|logfmt"
                            + "|unwrap|line_format|label_format|rex|dedup|order by|sort by)\\b"
                            + "|take\\s+\\d|render\\s+\\w+chart|stats\\s+(?:count|avg|sum|min|max"
                            + "|p\\d|pct|by|dc|values)\\b|(?:filter|fields|parse|sort|display)\\s+@"
                            + "|filter\\s+\\w+\\s*[=!<>~]|top\\s+limit=).*");

    private static final Pattern DOTS = Pattern.compile("\\s*(?:\\.{3}|…)\\s*\\\\?");

    private static final Set<Character> GOES_ON = Set.of('{', '(', '[', '\\', '|', '&', ';');

    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z\\d_.-]{1,60}");

    /** Names below each other that are no commands. */
    private static final int LEAST_NAMES = 3;

    /** A verb alone, or before a name with a capital, as no shell has it. */
    private static final Pattern ORDER =
            Pattern.compile(
                    "(?:(?:add|create|delete|remove|save|enable|disable|bind|unbind|modify|assign|define)\\s"
                        + "|(?:add|create|delete|remove|set|get|enable|disable|bind|unbind|modify|assign"
                        + "|define)[A-Z][A-Za-z]*\\s).*");

    private NotTyped() {}

    /**
     * @param code a block without a prompt
     * @param units of the same
     */
    static boolean is(Block.Code code, List<ShellUnit> units) {
        List<String> lines = code.lines();
        return BarePaths.areFiles(lines)
                || areNames(code)
                || Columns.areColumns(lines)
                || lines.stream().anyMatch(NotTyped::isStage)
                || Columns.areCells(lines)
                || hasBody(lines)
                || hasSections(units)
                || areOrders(units);
    }

    /**
     * Whether the first line tells what to do and no program that does it, and none is known in the
     * others: a device or another program is told so, as shells have no {@code add}.
     */
    private static boolean areOrders(List<ShellUnit> units) {
        boolean first = true;
        for (ShellUnit unit : units) {
            if (unit.kind() != ShellUnit.Kind.COMMAND && unit.kind() != ShellUnit.Kind.SHOWN) {
                continue;
            }
            String line = unit.first().strip();
            if (first && !ORDER.matcher(line).matches() || Commands.begin(line)) {
                return false;
            }
            first = false;
        }
        return !first;
    }

    /** Whether a line of dots stands in a block; tells less than {@link #areLeftOut}. */
    static boolean mayLeaveOut(List<String> lines) {
        for (String line : lines) {
            if ((line.indexOf("...") >= 0 || line.indexOf('…') >= 0)
                    && DOTS.matcher(line).matches()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a line of every command stands for others that are left out: {@code ... \}.
     *
     * @param units of a block
     */
    static boolean areLeftOut(List<ShellUnit> units) {
        boolean any = false;
        for (ShellUnit unit : units) {
            if (unit.kind() == ShellUnit.Kind.COMMAND) {
                if (unit.lines().size() < 2 || !leavesOut(unit.lines())) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /** A text of its own has dots at the end of what it holds, and no backslash before them. */
    private static boolean leavesOut(List<String> lines) {
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i - 1).endsWith("\\") && DOTS.matcher(lines.get(i)).matches()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStage(String line) {
        return line.indexOf('|') >= 0
                && line.length() < LineLooks.LONGEST
                && STAGE.matcher(line).matches();
    }

    /**
     * Whether a brace opens on a line of its own below words; those name no function, no data stand
     * in it, as in what a command prints, and no command that is known, as in a group of them.
     */
    static boolean hasBody(List<String> lines) {
        for (int i = 1; i < lines.size() - 1; i++) {
            String above = lines.get(i - 1).strip();
            if (lines.get(i).strip().equals("{")
                    && !lines.get(i + 1).strip().startsWith("\"")
                    && !Commands.begin(lines.get(i + 1))
                    && !above.isEmpty()
                    && !above.startsWith("#")
                    && !above.startsWith("function ")
                    && Character.isLetterOrDigit(above.charAt(above.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a first line that is no known command has lines further in below it. */
    private static boolean hasSections(List<ShellUnit> units) {
        int margin = -1;
        for (ShellUnit unit : units) {
            if (unit.kind() != ShellUnit.Kind.COMMAND && unit.kind() != ShellUnit.Kind.SHOWN) {
                continue;
            }
            String line = unit.first();
            int indent = line.length() - line.stripLeading().length();
            if (margin < 0) {
                String text = line.strip();
                if (text.isEmpty()
                        || GOES_ON.contains(text.charAt(text.length() - 1))
                        || LineLooks.of(text) == LineLooks.COMMAND) {
                    return false;
                }
                margin = indent;
            } else if (indent > margin) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether several words stand below each other, none of which is a command that is known: names
     * of something, as nobody starts that many programs without a word to them. Where names are
     * announced, one will do.
     */
    static boolean areNames(Block.Code code) {
        int names = 0;
        for (String line : code.lines()) {
            String text = line.strip();
            if (!text.isEmpty()) {
                if (!NAME.matcher(text).matches()
                        || Commands.isKnown(text)
                        || text.endsWith(".sh")) {
                    return false;
                }
                names++;
            }
        }
        return names >= LEAST_NAMES || names > 0 && Introduction.mayName(code.before());
    }

    /**
     * Whether a program asks for one of several: the chosen one behind an angle that shells have as
     * their prompt, too, and the others below it at the same indentation.
     */
    static boolean isMenu(List<String> lines) {
        String first = lines.isEmpty() ? "" : lines.getFirst();
        if (!first.startsWith("❯ ") || Commands.begin(first.substring(2))) {
            return false;
        }
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isBlank()
                    && !(line.startsWith("  ") && line.length() > 2 && line.charAt(2) > ' ')) {
                return false;
            }
        }
        return lines.size() > 1;
    }
}
