package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rule: a file may begin with settings between two lines of dashes. They are no text; their lines
 * are made blank, so that what follows keeps its line numbers.
 */
final class FrontMatter {

    private static final int LONGEST = 200;
    private static final Pattern SETTING =
            Pattern.compile("\\s*|\\s*#.*|\\s+\\S.*|-\\s.*|[\\w.-]+:.*");

    private FrontMatter() {}

    /** The lines with their front matter, if there is one, made blank. */
    static List<String> blanked(List<String> lines) {
        int end = end(lines);
        if (end < 0) {
            return lines;
        }
        List<String> result = new ArrayList<>(lines);
        result.subList(0, end + 1).replaceAll(line -> "");
        return result;
    }

    private static int end(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals("---")) {
            return -1;
        }
        for (int i = 1; i < Math.min(lines.size(), LONGEST); i++) {
            String line = lines.get(i).stripTrailing();
            if (line.equals("---") || line.equals("...")) {
                return i;
            }
            if (!SETTING.matcher(line).matches()) {
                return -1;
            }
        }
        return -1;
    }
}
