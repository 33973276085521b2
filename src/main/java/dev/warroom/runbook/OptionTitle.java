package dev.warroom.runbook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: "Option 2: Roll back", in bold, as a heading or as a comment, is one of several ways; so is
 * "Method 2", "Approach B" and the like.
 *
 * @param number as written; "Option B" is 2
 * @param title what follows; all of it where it is called otherwise, or nothing follows
 */
record OptionTitle(int number, String title) {

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "((?:option|method|approach|alternative|variante?)\\s(\\d{1,3}|[a-z]))"
                            + "\\s?(?:[:.)–—-]\\s?(.*))?",
                    Pattern.CASE_INSENSITIVE);

    /** What it begins with; finding none saves reading it. */
    private static final Hints BEGINS =
            Hints.inAnyCase("option", "method", "approach", "alternative", "variant");

    static Optional<OptionTitle> of(String words) {
        String text = words.strip();
        if (!BEGINS.begin(text)) {
            return Optional.empty();
        }
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String number = matcher.group(2);
        int place =
                Character.isDigit(number.charAt(0))
                        ? Integer.parseInt(number)
                        : Character.toLowerCase(number.charAt(0)) - 'a' + 1;
        String title = matcher.group(3) == null ? "" : Caption.withoutColon(matcher.group(3));
        boolean option = matcher.group(1).regionMatches(true, 0, "option", 0, 6);
        return Optional.of(
                new OptionTitle(
                        place, option && !title.isEmpty() ? title : Caption.withoutColon(text)));
    }
}
