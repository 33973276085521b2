package dev.warroom.runbook;

import java.util.List;

/**
 * What only the makers of documentation sites write at the beginning of a line: tabs, notes,
 * shortcodes, and blocks of AsciiDoc. Most files hold none of it, and are looked through for all of
 * it at once, while each line is at hand.
 */
final class SiteMarks {

    private static final Hints BEGIN =
            Hints.of(
                    "<Tabs", "{{", "{%", ":::", "[source", "[,", "!!!", "???", "= ", "=== ", "===!",
                    "===+");

    private boolean any;

    /** Takes in a line of a file. */
    void look(String line) {
        if (any) {
            return;
        }
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        any = BEGIN.beginAt(line, at) || line.startsWith(">", at) && line.contains("[!");
    }

    /** Whether a fence opens or ends at {@code at}: what stands in one is no mark. */
    static boolean isFence(String line, int at) {
        return line.startsWith("```", at) || line.startsWith("~~~", at);
    }

    /**
     * The same lines, with words, fences and comments for Markdown in the place of such marks.
     *
     * @param lines of the file whose lines were looked at
     */
    List<String> read(List<String> lines) {
        return any
                ? Admonitions.opened(
                        NoteTitle.said(Tab.marked(Shortcodes.fenced(AsciiDoc.read(lines)))))
                : lines;
    }
}
