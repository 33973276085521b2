package dev.warroom.runbook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rule: words in columns are a table, and no shell. */
final class Columns {

    private static final Pattern CELLS = Pattern.compile("[\\w. :%-]+(?: \\| [\\w. :%-]+){2,}");

    private static final int LEAST_ROWS = 3;

    private Columns() {}

    /**
     * Whether words stand in columns, as a table has them: all that is behind the first gap begins
     * below each other, or all lines end there; none begins with a command that is known or has an
     * option.
     */
    static boolean areColumns(List<String> lines) {
        int begin = -1;
        int end = -1;
        int rows = 0;
        int known = 0;
        boolean begins = true;
        boolean ends = true;
        Set<String> names = new HashSet<>();
        for (String line : lines) {
            String text = line.stripTrailing();
            if (text.isEmpty()) {
                continue;
            }
            int from = text.length() - text.stripLeading().length();
            int gap = text.indexOf("  ", from);
            String name = FirstWord.of(text.substring(from));
            if (gap < 0
                    || text.indexOf(" -") >= 0
                    || text.endsWith("\\")
                    || name.indexOf('=') >= 0
                    || name.startsWith("./")
                    || Commands.isKnown(name) && !Commands.isAlsoWord(name)) {
                return false;
            }
            int next = gap;
            while (text.charAt(next) == ' ') {
                next++;
            }
            begins &= text.charAt(next) != '#' && (begin < 0 || begin == next);
            ends &= end < 0 || end == text.length();
            begin = next;
            end = text.length();
            rows++;
            known += Commands.isKnown(name) ? 1 : 0;
            names.add(name);
        }
        boolean ofOneProgram = names.size() == 1 || known == rows;
        return rows >= LEAST_ROWS && (begins || ends) && !ofOneProgram;
    }

    /** Words in columns, none of which is a command that reads from a pipe. */
    static boolean areCells(List<String> lines) {
        List<String> rows = lines.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
        return !rows.isEmpty()
                && rows.stream().allMatch(Columns::isCells)
                && (rows.size() > 1 || !Commands.isKnown(rows.getFirst().split("[ |]", 2)[0]));
    }

    private static boolean isCells(String row) {
        if (row.indexOf('|') < 0 || row.contains(" -") || !CELLS.matcher(row).matches()) {
            return false;
        }
        for (String cell : row.substring(row.indexOf('|') + 1).split("\\|")) {
            if (Commands.isKnown(cell.strip().split(" ", 2)[0])) {
                return false;
            }
        }
        return true;
    }
}
