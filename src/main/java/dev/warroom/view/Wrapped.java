package dev.warroom.view;

import dev.warroom.text.Sanitiser;

import java.util.ArrayList;
import java.util.List;

/** Text in lines that fit. */
final class Wrapped {

    private Wrapped() {}

    /** The same, with every line as far from the left as the first: code, and lists in lists. */
    static List<String> hanging(String text, int columns) {
        String safe = Sanitiser.line(text);
        int blanks = 0;
        while (blanks < safe.length() && safe.charAt(blanks) == ' ') {
            blanks++;
        }
        if (blanks == 0 || blanks > columns / 3) {
            return of(safe, columns);
        }
        String before = " ".repeat(blanks);
        return of(safe.substring(blanks), columns - blanks).stream().map(before::concat).toList();
    }

    /**
     * Breaks at blanks where it can, within words where it must; keeps blanks at the beginning.
     *
     * @param columns at least 1; less counts as 1
     * @return at least one line
     */
    static List<String> of(String text, int columns) {
        int width = Math.max(1, columns);
        String safe = Sanitiser.line(text);
        if (safe.length() <= width && CellWidth.of(safe) <= width) {
            return List.of(safe);
        }
        List<String> lines = new ArrayList<>();
        int start = 0;
        int cells = 0;
        int blank = -1;
        boolean word = false;
        for (int i = 0; i < safe.length(); ) {
            int codePoint = safe.codePointAt(i);
            int wide = CellWidth.of(codePoint);
            if (cells + wide > width && i > start) {
                int end = blank > start ? blank : i;
                lines.add(safe.substring(start, end));
                start = blank > start ? blank + 1 : i;
                cells = CellWidth.of(safe.substring(start, i));
                blank = -1;
                word = cells > 0;
                continue;
            }
            if (codePoint != ' ') {
                word = true;
            } else if (word) {
                blank = i;
            }
            cells += wide;
            i += Character.charCount(codePoint);
        }
        lines.add(safe.substring(start));
        return lines;
    }
}
