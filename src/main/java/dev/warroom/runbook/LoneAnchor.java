package dev.warroom.runbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: a line that is nothing but a mark for links, {@code <a name="gate"/>}, or a break, begins
 * no HTML: to CommonMark it does, up to the next blank line, and takes in the heading below it.
 */
final class LoneAnchor {

    private static final Pattern MARK =
            Pattern.compile(
                    "(\\s{0,3})<(a|span|div|p)\\s[^<>]{0,200}?\\b(?:id|name)\\s?=\\s?[\"']?([^\"'<>\\s/]{1,200}+)"
                        + "[\"']?[^<>]{0,200}+>(?:\\s?</\\2>)?\\s*");
    private static final Pattern BREAK = Pattern.compile("\\s{0,3}<(?:br|hr)\\s?/?>\\s*");

    /** What it is written as, of which CommonMark begins no HTML. */
    private static final Pattern WRITTEN =
            Pattern.compile("(?:<a id=\"[^\"<>]{1,200}\"></a>\\s*)+");

    private LoneAnchor() {}

    /**
     * The line as it is meant, where it is such a mark and not in the midst of something; else
     * null.
     *
     * @param above the line before it; empty where that is such a mark, too
     */
    static String mended(String line, String above) {
        if (!begins(line) || !above.isBlank() && !above.startsWith("#")) {
            return null;
        }
        Matcher mark = MARK.matcher(line);
        if (mark.matches() && !line.contains("href")) {
            return mark.group(1) + "<a id=\"" + mark.group(3) + "\"></a>";
        }
        return BREAK.matcher(line).matches() ? "" : null;
    }

    /** Whether a paragraph is nothing but such marks. */
    static boolean is(String raw) {
        return raw.startsWith("<a id=") && WRITTEN.matcher(raw).matches();
    }

    private static boolean begins(String line) {
        int at = Indent.of(line);
        return at < line.length() && line.charAt(at) == '<' && line.length() <= 500;
    }
}
