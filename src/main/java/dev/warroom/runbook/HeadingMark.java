package dev.warroom.runbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: what stands in braces at the end of a heading is for the maker of the site, and no words:
 * {@code ## Gate {#the-gate}}, {@code {: #the-gate .wide }}, <code>{/* #the-gate *&#47;}</code>.
 *
 * @param raw the heading's text without it, with its markup
 * @param id what it calls the heading for links; empty for none
 */
record HeadingMark(String raw, String id) {

    private static final String NAME = "[\\p{L}\\d_:.-]{1,100}";
    private static final Pattern ID = Pattern.compile("#(" + NAME + ")");
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "\\{(?:/\\*\\s{0,3}#"
                            + NAME
                            + "\\s{0,3}\\*/|:?\\s{0,3}[#.]"
                            + NAME
                            + "(?:\\s{1,3}(?:[#.]"
                            + NAME
                            + "|[\\w-]{1,40}=(?:\"[^\"{}]{0,100}\"|[^\\s\"{}]{1,100}))){0,9}\\s{0,3})\\}");

    static HeadingMark of(String written) {
        int at = written.endsWith("}") ? written.lastIndexOf('{') : -1;
        if (at < 1 || !Character.isWhitespace(written.charAt(at - 1))) {
            return new HeadingMark(written, "");
        }
        String mark = written.substring(at);
        if (!WRITTEN.matcher(mark).matches()) {
            return new HeadingMark(written, "");
        }
        Matcher id = ID.matcher(mark);
        return new HeadingMark(written.substring(0, at).strip(), id.find() ? id.group(1) : "");
    }
}
