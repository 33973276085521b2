package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: what stands between <code>{{&lt; text bash &gt;}}</code> and its end, as the makers of Hugo
 * sites write it, is a block of code.
 */
final class Shortcodes {

    private static final Pattern OPENS =
            Pattern.compile(
                    "(\\s{0,20})\\{\\{[<%]\\s*(text|highlight|code|command)\\b\\s*"
                            + "(?:[a-z]+=)?\"?([\\w-]{0,40})\"?[^}]{0,200}\\}\\}\\s*");
    private static final String FENCE = "~~~~~~";

    private Shortcodes() {}

    /** The same lines, with fences in the place of such marks; one that has no end stays. */
    static List<String> fenced(List<String> lines) {
        List<String> result = lines;
        int open = -1;
        String indent = "";
        String name = "";
        String label = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() > LineLooks.LONGEST || !beginsWithBrace(line)) {
                continue;
            }
            if (open >= 0 && isEnd(line, name)) {
                result = result == lines ? new ArrayList<>(lines) : result;
                result.set(open, indent + FENCE + label);
                result.set(i, indent + FENCE);
                open = -1;
                continue;
            }
            Matcher mark = OPENS.matcher(line);
            if (mark.matches()) {
                open = i;
                indent = mark.group(1);
                name = mark.group(2);
                label = mark.group(3);
            }
        }
        return result;
    }

    private static boolean beginsWithBrace(String line) {
        int at = 0;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return line.startsWith("{{", at);
    }

    private static boolean isEnd(String line, String name) {
        String mark = line.strip().replace(" ", "");
        return mark.equals("{{</" + name + ">}}") || mark.equals("{{%/" + name + "%}}");
    }
}
