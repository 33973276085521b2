package dev.warroom.runbook;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rule: a block of which nothing is said is no shell where its lines together show something else:
 * a list of files, a query in stages, the sections of a configuration, a table.
 */
final class NotTyped {

    private static final Pattern FILE =
            Pattern.compile(
                    "[\\w./*-]+\\.(?:md|ya?ml|json|conf|cfg|ini|txt|log|xml|html|tf|tfvars|toml"
                            + "|properties|sql|gz|zip|csv|pem|crt|key|go|js|ts|java|rb|css|lock"
                            + "|rst|env|service)");
    private static final Pattern STAGE =
            Pattern.compile(
                    ".*\\|\\s*(?:(?:where|summarize|extend|project|timechart|mv-expand|logfmt"
                            + "|unwrap|line_format|label_format|rex|dedup|order by|sort by)\\b"
                            + "|take\\s+\\d|render\\s+\\w+chart|stats\\s+(?:count|avg|sum|min|max"
                            + "|p\\d|pct|by|dc|values)\\b|(?:filter|fields|parse|sort|display)\\s+@"
                            + "|filter\\s+\\w+\\s*[=!<>~]|top\\s+limit=).*");
    private static final Pattern CELLS = Pattern.compile("[\\w. :%-]+(?: \\| [\\w. :%-]+){2,}");
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?is).*\\b(?:locations?|paths?|director(?:y|ies)|folders?|files?)\\W{0,3}");

    /** "To change the words, edit": what follows is changed. */
    private static final Pattern EDITED =
            Pattern.compile("(?is).*\\b(?:edit|modify|customi[sz]e|adjust)\\W{0,3}");

    /** "The logs are available at": what follows is looked at, unless it is told to run. */
    private static final Pattern IS_AT =
            Pattern.compile("(?is).*\\b(?:at|in|inside|under|into)\\W{0,3}");

    private static final Pattern TOLD =
            Pattern.compile(
                    "(?i)\\b(?:run|execut|(?:re)?start|stop|call|invok|launch|type\\b|log"
                        + " in|us(?:e|ing)|check|try|install|command|program|script|tool|binar)");

    /** The end of a path that names data, whatever the words say. */
    private static final Pattern DATA =
            Pattern.compile(
                    ".*\\.(?:csv|tsv|log|txt|json|ya?ml|xml|conf|cfg|ini|env|pem|crt|md|html|key"
                            + "|toml|properties|service|timer|rules|list|plist|pid|sock|sqlite3?"
                            + "|db|sql|dump|bak|gz|tgz|bz2|xz|zip|tar|pdf|png|svg|jpe?g)");

    /** A path, one of whose names has a blank: {@code /Library/Harbour Office/berths}. */
    private static final Pattern SPACED =
            Pattern.compile("[/~](?:[^\\s/]*/|[A-Z][\\w-]*(?: [A-Z][\\w-]*)+/)+[^\\s/]*");

    /** A comment that says in which file the lines below it stand. */
    private static final Pattern STANDS_IN =
            Pattern.compile(
                    "#+\\s*(?:(?:the"
                        + " )?(?:config(?:uration)?|contents?|entry|entries|settings?|lines?|file)"
                        + "?\\s*(?:in|of|inside|from|for|file|:)?:?\\s+)?`?[~/][\\w.@/-]*/[\\w.@-]+`?:?",
                    Pattern.CASE_INSENSITIVE);

    /** A comment of few words, one of which is the name of a configuration. */
    private static final Pattern NAMES_FILE =
            Pattern.compile(
                    "#+\\s*(?:\\S+\\s+){0,3}`?[\\w./-]*\\w\\.(?:conf|cfg|ini|toml|properties|env)`?"
                            + "(?:[:,]?\\s+\\S+){0,3}:?");

    private static final Pattern ENTRY = Pattern.compile("[\\w.*<>-]+");
    private static final Pattern OF_FILES =
            Pattern.compile("(?i)\\b(?:files?|director(?:y|ies)|folders?|structure|layout)\\b");
    private static final Pattern DOTS = Pattern.compile("\\s*(?:\\.{3}|…)\\s*\\\\?");

    private static final Pattern MAKES_FILE =
            Pattern.compile(
                    "(?i)\\b(?:create|make|add|save|write|put)\\b[^.]*\\b(?:file|script)\\b"
                            + "|\\b(?:file|script)\\b[^.]*\\b(?:called|named|with the content)");

    private static final Set<String> LEVELS =
            Set.of(
                    "debug", "err!", "error", "fatal", "info", "notice", "success", "verb", "warn",
                    "warning");
    private static final int LONGEST_LEVEL = 7;
    private static final Set<Character> GOES_ON = Set.of('{', '(', '[', '\\', '|', '&', ';');

    private static final Pattern NAME = Pattern.compile("[a-z][a-z\\d_-]{1,60}");

    private static final int LEAST_ROWS = 3;

    /** Names below each other that are no commands. */
    private static final int LEAST_NAMES = 3;

    private NotTyped() {}

    /**
     * @param lines of a block without a prompt
     * @param units of the same
     */
    static boolean is(List<String> lines, List<ShellUnit> units) {
        return areFiles(lines)
                || areColumns(lines)
                || lines.stream().anyMatch(NotTyped::isStage)
                || areCells(lines)
                || hasBody(lines)
                || hasSections(units);
    }

    /**
     * Whether each line is a path and nothing else but remarks in a column, not all of them a
     * program's, and they are more than one, or announced as places: nobody types folders, whatever
     * the label.
     */
    static boolean arePlaces(Block.Code code) {
        int paths = 0;
        int programs = 0;
        int data = 0;
        for (String line : code.lines()) {
            int comment = line.indexOf(" #");
            String all = (comment < 0 ? line : line.substring(0, comment)).strip();
            int remark = all.startsWith("/") ? all.indexOf("  ") : -1;
            String text = remark < 0 ? all : all.substring(0, remark);
            if (text.isEmpty()) {
                continue;
            }
            if (text.indexOf('/') < 0
                    || text.indexOf(' ') >= 0 && !isSpaced(text)
                    || text.indexOf('=') >= 0
                    || text.indexOf(':') >= 0) {
                return false;
            }
            paths++;
            programs += remark < 0 && isProgram(text) ? 1 : 0;
            data += text.indexOf(' ') >= 0 || DATA.matcher(text).matches() ? 1 : 0;
        }
        return programs < paths
                && (paths > 1 || data > 0 || paths > 0 && isPlace(code.before().strip()));
    }

    /**
     * Whether the words before a block speak of files, and each line is the name of one and a
     * remark, none of which is a command that is known: what a folder holds.
     */
    static boolean areListed(Block.Code code) {
        int names = 0;
        for (String line : code.lines()) {
            String text = line.strip();
            if (text.isEmpty() || Comment.is(text)) {
                continue;
            }
            int remark = text.indexOf(" #");
            String name = remark < 0 ? "" : text.substring(0, remark).strip();
            if (!ENTRY.matcher(name).matches() || Commands.isKnown(name) || isProgram(name)) {
                return false;
            }
            names++;
        }
        String words = code.before();
        return names > 1 && OF_FILES.matcher(words).find() && !TOLD.matcher(words).find();
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

    private static boolean isPlace(String words) {
        String last = words.substring(words.lastIndexOf(". ") + 1);
        return PLACE.matcher(last).matches()
                || EDITED.matcher(last).matches()
                || IS_AT.matcher(last).matches() && !TOLD.matcher(last).find();
    }

    /** A program's path ends with a blank that nothing marks, and what it is given follows. */
    private static boolean isSpaced(String path) {
        return !path.contains("bin/") && SPACED.matcher(path).matches();
    }

    /**
     * Whether the first line is a comment that says in which file the lines below it stand, none of
     * which is a command that is known anywhere; or they are a script that says so.
     *
     * @param units of {@code lines}
     */
    static boolean standInFile(List<String> lines, List<ShellUnit> units) {
        for (String line : lines) {
            if (!line.isBlank()) {
                return isPlacedScript(lines)
                        || line.startsWith("#")
                                && (STANDS_IN.matcher(line.strip()).matches()
                                        || NAMES_FILE.matcher(line.strip()).matches())
                                && units.stream().noneMatch(NotTyped::isKnown);
            }
        }
        return false;
    }

    /** Whether one of the first two lines says what runs a script, the other where it stands. */
    private static boolean isPlacedScript(List<String> lines) {
        if (lines.size() < 2) {
            return false;
        }
        String first = lines.getFirst().strip();
        String second = lines.get(1).strip();
        return first.startsWith("#!") && STANDS_IN.matcher(second).matches()
                || second.startsWith("#!") && STANDS_IN.matcher(first).matches();
    }

    /** Whether the words ask for a file, and the first line says what runs that. */
    static boolean isScript(Block.Code code) {
        return !code.lines().isEmpty()
                && code.lines().getFirst().startsWith("#!")
                && MAKES_FILE.matcher(code.before()).find();
    }

    /** Whether a command is known anywhere, whatever the file teaches. */
    static boolean isKnown(ShellUnit unit) {
        return unit.kind() == ShellUnit.Kind.COMMAND
                && LineLooks.of(unit.first().strip()) == LineLooks.COMMAND;
    }

    /** Whether a path ends like data. */
    static boolean isData(String path) {
        return path.indexOf('/') >= 0 && DATA.matcher(path).matches();
    }

    private static boolean isProgram(String path) {
        return path.startsWith("./")
                || path.endsWith(".sh")
                || path.contains("bin/")
                || path.contains("init.d/");
    }

    /**
     * Whether each line is what a program logs, more than one: its name, and how the message is
     * meant, or a bar that all lines have.
     */
    static boolean areLogged(List<String> lines) {
        return areReported(lines) || areFollowed(lines);
    }

    /** Whether each line has its container's name before a bar, all bars below each other. */
    private static boolean areFollowed(List<String> lines) {
        int bar = -1;
        int logged = 0;
        for (String line : lines) {
            if (line.isBlank()) {
                continue;
            }
            int at = line.indexOf("| ");
            String name = line.substring(0, Math.max(0, at)).stripTrailing();
            if (name.length() < 2
                    || name.indexOf(' ') >= 0
                    || bar >= 0 && bar != at
                    || Commands.isKnown(name)) {
                return false;
            }
            bar = at;
            logged++;
        }
        return logged > 1;
    }

    private static boolean areReported(List<String> lines) {
        String name = null;
        int logged = 0;
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty()) {
                continue;
            }
            String begins = text.substring(0, Math.max(0, text.indexOf(' ')));
            if (!isMeant(text, begins.length() + 1) || name != null && !name.equals(begins)) {
                return false;
            }
            name = begins;
            logged++;
        }
        return logged > 1;
    }

    /** Whether a word at {@code from} says how the message behind it is meant. */
    private static boolean isMeant(String text, int from) {
        int end = text.indexOf(' ', from);
        return end > 0
                && end - from <= LONGEST_LEVEL
                && LEVELS.contains(text.substring(from, end).toLowerCase(Locale.ROOT));
    }

    private static boolean areFiles(List<String> lines) {
        int files = 0;
        int words = 0;
        for (String line : lines) {
            String text = line.strip();
            if (text.indexOf(' ') >= 0 || text.length() > LineLooks.LONGEST) {
                return false;
            }
            words += text.isEmpty() ? 0 : 1;
            files += FILE.matcher(text).matches() ? 1 : 0;
        }
        return words > 1 && files > 0;
    }

    /**
     * Whether words stand in columns, as a table has them: all that is behind the first gap begins
     * below each other, or all lines end there; none begins with a command that is known or has an
     * option.
     */
    private static boolean areColumns(List<String> lines) {
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
            String name = text.substring(from).split("\\s", 2)[0];
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

    private static boolean isStage(String line) {
        return line.indexOf('|') >= 0
                && line.length() < LineLooks.LONGEST
                && STAGE.matcher(line).matches();
    }

    /**
     * Whether a brace opens on a line of its own below words; those name no function, and no data
     * stand in it, as in what a command prints.
     */
    static boolean hasBody(List<String> lines) {
        for (int i = 1; i < lines.size() - 1; i++) {
            String above = lines.get(i - 1).strip();
            if (lines.get(i).strip().equals("{")
                    && !lines.get(i + 1).strip().startsWith("\"")
                    && !above.isEmpty()
                    && !above.startsWith("#")
                    && !above.startsWith("function ")
                    && Character.isLetterOrDigit(above.charAt(above.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Words in columns, none of which is a command that reads from a pipe. */
    private static boolean areCells(List<String> lines) {
        List<String> rows = lines.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
        return !rows.isEmpty()
                && rows.stream().allMatch(NotTyped::isCells)
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
     * of something, as nobody starts that many programs without a word to them.
     */
    static boolean areNames(List<String> lines) {
        int names = 0;
        for (String line : lines) {
            String text = line.strip();
            if (!text.isEmpty()) {
                if (!NAME.matcher(text).matches() || Commands.isKnown(text)) {
                    return false;
                }
                names++;
            }
        }
        return names >= LEAST_NAMES;
    }

    /**
     * Whether a program asks for one of several: the chosen one behind an angle that shells have as
     * their prompt, too, and the others below it at the same indentation.
     */
    static boolean isMenu(List<String> lines) {
        String first = lines.isEmpty() ? "" : lines.getFirst();
        if (!first.startsWith("❯ ") || Commands.isKnown(first.substring(2).split("\\s", 2)[0])) {
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
