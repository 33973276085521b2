package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: {@code <name>}, {@code {name}} and {@code [NAME]} in a script must be filled, unless the
 * shell or another tool reads them otherwise. In doubt it is a placeholder: asking once too often
 * does no harm.
 */
final class Placeholders {

    private static final String ANGLE =
            "(?<![<\\\\])<([\\p{L}](?:[\\p{L}\\d"
                    + " _./:|@#,'()-]{0,78}[\\p{L}\\d_.)])?|\\.\\.\\.)>";
    private static final String BRACE = "(?<![$%@{#\\\\])\\{([\\p{L}_][\\p{L}\\d_-]{0,60})\\}";
    private static final String BRACKET =
            "(?<=[\\s=/:@\"']|^)\\[([A-Z](?:[A-Z0-9_|./ -]{0,58}[A-Z0-9])"
                    + "|[A-Za-z0-9][\\w.-]{0,40}(?:\\|[A-Za-z0-9][\\w.-]{0,40}){1,8}"
                    + "|[a-z][a-z]+(?:[ _-][a-z]+){1,8})\\](?=[\\s\"'/:.,;@)-]|$)";
    private static final Pattern ANY =
            Pattern.compile(ANGLE + "|" + BRACE + "|" + BRACKET, Pattern.MULTILINE);
    private static final Pattern CLOSING_TAG = Pattern.compile("</([^<>/\\s]{1,80})>");

    private static final Pattern USAGE =
            Pattern.compile("\\b(?:echo|printf)\\b.*\\busage\\b", Pattern.CASE_INSENSITIVE);

    /** Words of awk, of jq and of jsonpath, which stand in braces of their own. */
    private static final Set<String> KEYWORDS =
            Set.of("print", "next", "exit", "getline", "end", "range");

    private Placeholders() {}

    /** Each way of writing once, in the order of the script. */
    static List<Placeholder> in(String script, Settings settings) {
        List<Placeholder> found = new ArrayList<>();
        if (script.indexOf('<') < 0 && script.indexOf('{') < 0 && script.indexOf('[') < 0) {
            return found;
        }
        Set<String> written = new HashSet<>();
        BitSet programs = null;
        BitSet aside = null;
        Set<String> tags = new HashSet<>();
        if (script.contains("</")) {
            CLOSING_TAG.matcher(script).results().forEach(tag -> tags.add(tag.group(1)));
        }
        Matcher matcher = ANY.matcher(script);
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        for (int at = 0; at < script.length(); at++) {
            char letter = script.charAt(at);
            boolean opens = letter == '<' || letter == '{' || letter == '[';
            if (!opens
                    || !mayName(script, at + 1)
                    || !matcher.region(at, script.length()).lookingAt()) {
                continue;
            }
            at = matcher.end() - 1;
            boolean angle = matcher.group(1) != null;
            boolean brace = matcher.group(2) != null;
            String name = matcher.group(angle ? 1 : brace ? 2 : 3);
            if (!angle && programs == null) {
                programs = FilterPrograms.in(script);
            }
            boolean meant =
                    angle
                            ? !tags.contains(name)
                            : !KEYWORDS.contains(name) && !programs.get(matcher.start());
            aside = aside == null ? Aside.in(script) : aside;
            boolean read = !aside.get(matcher.start()) || !Aside.isComment(script, matcher.start());
            boolean section = matcher.group(3) != null && aside.get(matcher.start());
            boolean told = section || isUsage(script, matcher.start());
            if (meant && read && !told && written.add(matcher.group())) {
                found.add(settings.placeholder(name, matcher.group(), Placeholder.Kind.MARKED));
            }
        }
        return found;
    }

    /** Whether a script prints there how it is called. */
    private static boolean isUsage(String script, int at) {
        String before = script.substring(Math.max(script.lastIndexOf('\n', at) + 1, at - 200), at);
        return USAGE.matcher(before).find();
    }

    /** Whether a name can begin there. */
    private static boolean mayName(String script, int at) {
        char first = at < script.length() ? script.charAt(at) : ' ';
        return Character.isLetterOrDigit(first)
                || first == '_'
                || first == '.'
                || Character.isSurrogate(first);
    }
}
