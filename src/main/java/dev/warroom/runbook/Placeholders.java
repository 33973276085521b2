package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: {@code <name>} and {@code {name}} in a script must be filled, unless the shell or another
 * tool reads them otherwise. In doubt an angle is a placeholder: asking once too often does no
 * harm.
 */
final class Placeholders {

    private static final Pattern ANGLE =
            Pattern.compile(
                    "(?<![<\\\\])<([\\p{L}](?:[\\p{L}\\d"
                            + " _./:|@#-]{0,78}[\\p{L}\\d_.])?|\\.\\.\\.)>");
    private static final Pattern BRACE =
            Pattern.compile("(?<![$%@{#\\\\])\\{([\\p{L}_][\\p{L}\\d_-]{0,60})\\}");
    private static final Pattern BOTH = Pattern.compile(ANGLE + "|" + BRACE);
    private static final Pattern CLOSING_TAG = Pattern.compile("</([^<>/\\s]{1,80})>");

    /** Words of awk, of jq and of jsonpath, which stand in braces of their own. */
    private static final Set<String> KEYWORDS = Set.of("print", "next", "exit", "getline", "end");

    private Placeholders() {}

    /** Each name once, in the order of the script. */
    static List<Placeholder> in(String script) {
        List<Placeholder> found = new ArrayList<>();
        if (script.indexOf('<') < 0 && script.indexOf('{') < 0) {
            return found;
        }
        Set<String> names = new HashSet<>();
        BitSet programs = FilterPrograms.in(script);
        Set<String> tags = new HashSet<>();
        CLOSING_TAG.matcher(script).results().forEach(tag -> tags.add(tag.group(1)));
        Matcher matcher = BOTH.matcher(script);
        while (matcher.find()) {
            boolean angle = matcher.group(1) != null;
            String name = matcher.group(angle ? 1 : 2);
            if (names.contains(name)) {
                continue;
            }
            boolean meant =
                    angle
                            ? !tags.contains(name)
                            : !KEYWORDS.contains(name) && !programs.get(matcher.start());
            if (meant) {
                names.add(name);
                found.add(new Placeholder(name, matcher.group()));
            }
        }
        return found;
    }
}
