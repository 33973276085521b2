package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rule: what a command printed may stand right below it, without a prompt before it: a table with a
 * rule across, or the data that are in a file that it shows. A command that is known and stands
 * apart is typed again.
 */
final class PrintedBelow {

    private static final Pattern RULE = Pattern.compile("[-+=| ]*[-=]{5}[-+=| ]*");
    private static final Pattern SHOWS_FILE =
            Pattern.compile("(?:sudo )?(?:cat|jq) [^|<>;&]{1,300}");
    private static final Pattern BEGINS_DATA = Pattern.compile("[\\[{](?:\\s*[\"{].*)?|---");

    private PrintedBelow() {}

    /** Whether the first line is a command, and what stands below was printed. */
    static boolean follows(List<String> lines) {
        if (lines.size() < 2 || !isAlone(lines.getFirst())) {
            return false;
        }
        String below = lines.get(1).strip();
        String next = lines.size() > 2 ? lines.get(2).strip() : "";
        return isRule(below)
                || isRule(next) && LineLooks.of(below) == LineLooks.FOREIGN
                || SHOWS_FILE.matcher(lines.getFirst().strip()).matches()
                        && BEGINS_DATA.matcher(below).matches();
    }

    private static boolean isRule(String text) {
        return text.length() < LineLooks.LONGEST && RULE.matcher(text).matches();
    }

    /** Whether it is a command that surely runs, and ends with its line. */
    private static boolean isAlone(String line) {
        return isKnown(line)
                && line.indexOf("<<") < 0
                && !line.stripTrailing().endsWith("\\")
                && !line.stripTrailing().endsWith("|");
    }

    private static boolean isKnown(String line) {
        String text = line.strip();
        text = text.startsWith("sudo ") ? text.substring(5) : text;
        String name = FirstWord.of(text);
        return Commands.isKnown(name)
                && !(Commands.isAlsoWord(name) && !SHOWS_FILE.matcher(text).matches())
                && LineLooks.of(text) == LineLooks.COMMAND;
    }

    /** The lines of a block in which it {@link #follows}. */
    static List<ShellLine> read(Block.Code code) {
        List<ShellLine> lines = new ArrayList<>();
        boolean apart = true;
        boolean printed = false;
        for (String text : code.lines()) {
            printed &= !(apart && isKnown(text));
            lines.add(
                    new ShellLine(
                            code.line(lines.size()), text, printed && !text.isBlank(), false));
            printed |= !text.isBlank();
            apart = text.isBlank();
        }
        return lines;
    }
}
