package dev.warroom.runbook;

import dev.warroom.runbook.ShellUnit.Kind;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What speaks for and against a block being shell.
 *
 * @param commands that are known
 * @param possible that may be commands
 * @param foreign lines that are none
 * @param statements for a database, which stand in shell blocks for want of a better place
 * @param series that a monitoring system is asked for, which stand beside commands
 * @param first what the first of them is; null for none
 * @param prompted whether output follows commands, as in a session
 * @param trailing whether what is foreign follows all commands, as output does
 * @param several whether what may be commands begins with several words, as settings do
 * @param kept how many of those that may be commands only keep a value
 * @param apart whether commands that are known stand below a comment of their own, with blank lines
 *     around them
 */
record Evidence(
        int commands,
        int possible,
        int foreign,
        int statements,
        int comments,
        int series,
        LineLooks first,
        boolean prompted,
        boolean trailing,
        boolean several,
        int kept,
        boolean apart) {

    /** Programs that statements are typed into. */
    private static final Pattern CONSOLE =
            Pattern.compile(
                    "(?:.*[\\s/])?(?:psql|mysql|mariadb|sqlite3|sqlplus|sqlcmd|cqlsh|mongosh?"
                            + "|clickhouse-client|beeline|hive|usql)(?:\\s.*)?");

    /**
     * @param session whether the block has prompts
     * @param vocabulary commands that are known in the file
     */
    static Evidence of(List<ShellUnit> units, boolean session, Vocabulary vocabulary) {
        int[] counts = new int[LineLooks.values().length];
        int statements = 0;
        int comments = 0;
        int series = 0;
        LineLooks first = null;
        boolean prompted = session;
        boolean trailing = true;
        boolean inConsole = false;
        int kept = 0;
        Set<String> names = new HashSet<>();
        for (ShellUnit unit : units) {
            LineLooks looks =
                    switch (unit.kind()) {
                        case COMMAND -> looks(unit, vocabulary);
                        case SHOWN -> unit.output() ? null : LineLooks.FOREIGN;
                        case COMMENT, NOTE, BLANK -> null;
                    };
            comments += unit.kind() == Kind.COMMENT ? 1 : 0;
            prompted |= unit.output();
            if (looks == null
                    || looks == LineLooks.POSSIBLE && isBrace(unit.first(), units)
                    || looks == LineLooks.FOREIGN && isMark(unit.first())) {
                continue;
            }
            if (looks == LineLooks.FOREIGN && ForeignLine.isSeries(unit.first())) {
                series++;
                continue;
            }
            if (looks == LineLooks.FOREIGN && ForeignLine.isQuery(unit.first())) {
                statements += inConsole ? 0 : 1;
                continue;
            }
            if (looks == LineLooks.COMMAND) {
                inConsole = CONSOLE.matcher(unit.first()).matches();
            } else if (looks == LineLooks.POSSIBLE) {
                names.add(FirstWord.of(unit.first().strip()));
                kept += SettingLines.mayBe(unit.first()) ? 1 : 0;
            }
            first = first == null ? looks : first;
            trailing &= looks != LineLooks.COMMAND || counts[LineLooks.FOREIGN.ordinal()] == 0;
            counts[looks.ordinal()]++;
        }
        return new Evidence(
                counts[LineLooks.COMMAND.ordinal()],
                counts[LineLooks.POSSIBLE.ordinal()],
                counts[LineLooks.FOREIGN.ordinal()],
                statements,
                comments,
                series,
                first,
                prompted,
                trailing,
                names.size() > 1,
                kept,
                first == LineLooks.FOREIGN && standApart(units));
    }

    /** Whether a group of known commands begins with a comment and has blank lines around it. */
    private static boolean standApart(List<ShellUnit> units) {
        int commands = 0;
        boolean apart = false;
        Kind before = Kind.BLANK;
        for (ShellUnit unit : units) {
            boolean begins = before == Kind.BLANK;
            if (unit.kind() == Kind.BLANK && apart && commands > 0) {
                return true;
            }
            if (begins) {
                apart = unit.kind() == Kind.COMMENT;
                commands = 0;
            }
            if (unit.kind() == Kind.COMMAND && unit.looks() == LineLooks.COMMAND) {
                commands++;
            } else if (unit.kind() == Kind.COMMAND || unit.kind() == Kind.SHOWN) {
                apart = false;
            }
            before = unit.kind();
        }
        return apart && commands > 0;
    }

    private static LineLooks looks(ShellUnit unit, Vocabulary vocabulary) {
        String line = beginning(unit);
        boolean judged = unit.looks() != null && line.equals(unit.first().strip());
        LineLooks looks = judged ? unit.looks() : LineLooks.of(line);
        return looks == LineLooks.POSSIBLE && vocabulary.knows(line) ? LineLooks.COMMAND : looks;
    }

    /** Whether a line is for the maker of the page, who leaves it out: {@code {% raw %}}. */
    static boolean isMark(String line) {
        String text = line.strip();
        return text.startsWith("{%") && text.endsWith("%}");
    }

    private static boolean holdsData(ShellUnit unit) {
        return unit.lines().stream().anyMatch(line -> line.strip().startsWith("\""));
    }

    /** Braces around data are neither for nor against. */
    private static boolean isBrace(String line, List<ShellUnit> units) {
        String text = line.strip();
        return (text.equals("{") || text.equals("}"))
                && units.stream().anyMatch(Evidence::holdsData);
    }

    /** A brace says nothing; what it opens does. */
    private static String beginning(ShellUnit unit) {
        String line = unit.first().strip();
        return line.equals("{") && unit.lines().size() > 1 ? unit.lines().get(1) : line;
    }

    /** For a block that is said to be shell; one of comments alone holds what to do. */
    boolean allows() {
        if (first == null) {
            return comments > 0 && series == 0;
        }
        return first == LineLooks.FOREIGN
                ? commands > foreign || apart
                : commands > 0 || possible >= foreign;
    }

    /** Whether a block that is said to be shell may as well be what a command printed. */
    boolean isDoubtful() {
        return !prompted && first != null && commands <= foreign;
    }

    /** For a block of which nothing is said. */
    boolean suggests(Introduction introduction) {
        if (first == null || first == LineLooks.FOREIGN) {
            return false;
        }
        if (first == LineLooks.COMMAND) {
            boolean told = prompted || introduction == Introduction.RUNS;
            boolean enough = commands > foreign + statements || trailing && statements == 0;
            return enough && (told || commands >= possible);
        }
        boolean mostly = commands > 0 && commands >= possible - kept;
        return foreign + statements == 0
                && (mostly || prompted || introduction == Introduction.RUNS && !several);
    }

    /** For a block that is said to be something else. */
    boolean demands() {
        return commands > 0 && possible + foreign + statements + series == 0;
    }
}
