package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: the mark of a note, as the makers of documentation sites write it, is words: {@code
 * :::warning[Low tide]}, {@code > [!warning] Low tide}, {@code !!! warning "Low tide"} and {@code
 * {{< hint warning >}}} say "Warning: Low tide". What ends a note says nothing.
 */
final class NoteTitle {

    private static final String QUOTED = "(?:\"([^\"]*)\"|'([^']*)')";
    private static final Pattern COLONS =
            Pattern.compile(
                    "(\\s{0,8}):{3,6}\\s?\\{?\\.?([A-Za-z][\\w-]{1,30})(?:\\[([^\\]]{1,200})\\]|\\s([^{}]{1,200}))?"
                        + "\\s*(?:\\{[^{}]{0,200}\\}|\\})?\\s*");
    private static final Pattern END_OF_COLONS = Pattern.compile("\\s{0,8}:{3,6}\\s*");
    private static final Pattern CALLOUT =
            Pattern.compile(
                    "([\\s>]{0,16}>\\s?)\\[!([A-Za-z][\\w-]{1,30})(?:\\|[^\\]]{0,40})?\\][+-]?\\s*(.{0,200})");
    private static final Pattern INDENTED =
            Pattern.compile(
                    "(\\s*)(?:!!!|\\?\\?\\?\\+?)\\s++([\\w-]++)[^\"]{0,60}+(?:\"([^\"]{0,200})\")?\\s*");
    private static final String NAMES =
            "hint|notice|alert|callout|admonition|note|warning|caution|tip|info|important|danger|expand|details";
    private static final Pattern SHORTCODE =
            Pattern.compile(
                    "(\\s{0,8})(?:\\{\\{[<%]\\s*("
                            + NAMES
                            + ")\\b([^{}]{0,200}?)[>%]\\}\\}|\\{%\\s*(hint)\\b([^{}%]{0,200})%\\})\\s*");
    private static final Pattern END_OF_SHORTCODE =
            Pattern.compile(
                    "\\s{0,8}(?:\\{\\{[<%]\\s*/\\s?(?:"
                            + NAMES
                            + ")\\s*[>%]\\}\\}|\\{%\\s*endhint\\s*%\\})\\s*");
    private static final Pattern TITLE = Pattern.compile("\\btitle\\s?=\\s?" + QUOTED);
    private static final Pattern KIND =
            Pattern.compile("\\b(?:type|style|color|level)\\s?=\\s?" + QUOTED);
    private static final Pattern WORD =
            Pattern.compile("\\s*\"?([A-Za-z][\\w-]{0,30})\"?(?:\\s+" + QUOTED + ")?\\s*");

    /** Marks that say of no note what it is. */
    private static final Pattern UNNAMED =
            Pattern.compile("(?i)details|expand|hint|notice|alert|callout|admonition");

    private static final Pattern WORDS = Pattern.compile("\\s*" + QUOTED + "\\s*");

    private NoteTitle() {}

    /** The same lines, with words in the place of such marks. */
    static List<String> said(List<String> lines) {
        List<String> result = lines;
        boolean fenced = false;
        int colons = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int at = Indent.of(line);
            char letter = at < line.length() ? line.charAt(at) : ' ';
            fenced ^= SiteMarks.isFence(line, at);
            boolean marked = letter == ':' || letter == '>' || letter == '{';
            if (fenced || !marked || line.length() > LineLooks.LONGEST) {
                continue;
            }
            String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            String said =
                    switch (letter) {
                        case ':' -> colons(line, next, colons > 0);
                        case '>' -> callout(line, next);
                        default -> shortcode(line, next);
                    };
            if (said != null) {
                if (letter == ':') {
                    colons += said.isEmpty() ? -1 : 1;
                }
                result = result == lines ? new ArrayList<>(lines) : result;
                result.set(i, said);
            }
        }
        return result;
    }

    /** What {@code !!! warning "Low tide"} says, with its blanks; empty for another line. */
    static Optional<String> indented(String line, String next) {
        Matcher mark = INDENTED.matcher(line);
        return mark.matches()
                ? Optional.of(mark.group(1) + words(mark.group(2), mark.group(3), next))
                : Optional.empty();
    }

    private static String colons(String line, String next, boolean open) {
        if (open && END_OF_COLONS.matcher(line).matches()) {
            return "";
        }
        Matcher mark = COLONS.matcher(line);
        return mark.matches() ? mark.group(1) + words(mark.group(2), either(mark, 3), next) : null;
    }

    private static String callout(String line, String next) {
        Matcher mark = CALLOUT.matcher(line);
        String below = next.stripLeading();
        return mark.matches()
                ? mark.group(1)
                        + words(
                                mark.group(2),
                                mark.group(3),
                                below.startsWith(">") ? below.substring(1) : "")
                : null;
    }

    private static String shortcode(String line, String next) {
        if (END_OF_SHORTCODE.matcher(line).matches()) {
            return "";
        }
        Matcher mark = SHORTCODE.matcher(line);
        if (!mark.matches()) {
            return null;
        }
        String kind = mark.group(2) == null ? mark.group(4) : mark.group(2);
        String rest = mark.group(3) == null ? mark.group(5) : mark.group(3);
        Matcher word = WORD.matcher(rest);
        Matcher words = WORDS.matcher(rest);
        boolean quoted = words.matches();
        boolean folded =
                kind.equals("expand")
                        || kind.equals("details")
                        || quoted && words.group().strip().contains(" ");
        String title = folded && quoted ? either(words, 1) : given(TITLE, rest);
        String named = given(KIND, rest);
        if (!folded && word.matches()) {
            named = word.group(1);
            title = either(word, 2);
        }
        return mark.group(1) + words(named == null ? kind : named, title, next);
    }

    /** The value that is given to a name; null where none is. */
    private static String given(Pattern pattern, String rest) {
        Matcher matcher = pattern.matcher(rest);
        return matcher.find() ? either(matcher, 1) : null;
    }

    /** What stands in the one group or the next, as in quotes of two kinds; null for neither. */
    private static String either(Matcher matcher, int group) {
        return matcher.group(group) == null ? matcher.group(group + 1) : matcher.group(group);
    }

    /** Words that go on below end with a colon. */
    private static String words(String kind, String title, String next) {
        String words = title == null ? "" : title.strip();
        boolean unnamed = UNNAMED.matcher(kind).matches();
        String name =
                unnamed && !words.isEmpty()
                        ? ""
                        : kind.substring(0, 1).toUpperCase(Locale.ROOT)
                                + kind.substring(1).toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return next.isBlank() ? name : name + ":";
        }
        return name.isEmpty() || words.regionMatches(true, 0, name, 0, name.length())
                ? words
                : name + ": " + words;
    }
}
