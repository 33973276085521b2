package dev.warroom.runbook;

import java.util.List;

/**
 * What only the makers of documentation sites write at the beginning of a line: tabs, notes,
 * shortcodes, and blocks of AsciiDoc. Most files hold none of it, and are looked through for all of
 * it at once.
 */
final class SiteMarks {

    private static final Hints BEGIN =
            Hints.of(
                    "<Tabs", "{{", "{%", ":::", "[source", "[,", "!!!", "???", "= ", "=== ", "===!",
                    "===+");

    private SiteMarks() {}

    /** The same lines, with words, fences and comments for Markdown in the place of such marks. */
    static List<String> read(List<String> lines) {
        return standIn(lines)
                ? Admonitions.opened(
                        NoteTitle.said(Tab.marked(Shortcodes.fenced(AsciiDoc.read(lines)))))
                : lines;
    }

    private static boolean standIn(List<String> lines) {
        for (String line : lines) {
            int at = 0;
            while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
                at++;
            }
            if (BEGIN.beginAt(line, at) || line.startsWith(">", at) && line.contains("[!")) {
                return true;
            }
        }
        return false;
    }
}
