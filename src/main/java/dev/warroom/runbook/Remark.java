package dev.warroom.runbook;

import java.util.regex.Pattern;

/**
 * Rule: a bold line such as "Time: 7:30 AM" or "Response Time: 2 hours" tells something about what
 * it stands in, and begins nothing.
 */
final class Remark {

    private static final Pattern TOLD =
            Pattern.compile(
                    "(?:(?:[a-z]+ )?time|frequency|schedule|deadline|duration|owner|author|team"
                            + "|severity|impact|status|version|date|last updated|maintained by)"
                            + "\\s?:\\s?\\S.*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[^:\\d]{1,40}:\\s?\\d.*");

    private Remark() {}

    static boolean is(String caption) {
        return caption.indexOf(':') > 0
                && (TOLD.matcher(caption).matches() || NUMBER.matcher(caption).matches());
    }
}
