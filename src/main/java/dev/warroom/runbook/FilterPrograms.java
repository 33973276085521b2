package dev.warroom.runbook;

import java.util.BitSet;
import java.util.Set;

/** Where a script holds the quoted program of awk, jq and the like, whose braces are their own. */
final class FilterPrograms {

    private static final Set<String> TOOLS =
            Set.of("awk", "gawk", "mawk", "jq", "yq", "sed", "perl");

    private FilterPrograms() {}

    /** The indices of {@code script} that stand in single quotes after such a tool's name. */
    static BitSet in(String script) {
        BitSet inside = new BitSet(script.length());
        boolean tool = false;
        int word = 0;
        int at = 0;
        while (at < script.length()) {
            char letter = script.charAt(at);
            if (letter == '\'') {
                int end = script.indexOf('\'', at + 1);
                end = end < 0 ? script.length() : end;
                inside.set(at, end, tool);
                at = end;
            }
            if (!Character.isLetterOrDigit(letter)) {
                tool |=
                        TOOLS.contains(
                                script.substring(Math.min(word, at), Math.min(at, word + 8)));
                tool &= letter != '|' && letter != ';' && letter != '\n';
                word = at + 1;
            }
            at++;
        }
        return inside;
    }
}
