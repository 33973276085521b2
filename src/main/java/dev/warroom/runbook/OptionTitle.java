package dev.warroom.runbook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: "Option 2: Roll back", in bold, as a heading or as a comment, is one of several ways.
 *
 * @param number as written; "Option B" is 2
 * @param title what follows; "Option 2" where nothing does
 */
record OptionTitle(int number, String title) {

    private static final Pattern WRITTEN =
            Pattern.compile(
                    "option\\s(\\d{1,3}|[a-z])\\s?(?:[:.)–—-]\\s?(.*))?", Pattern.CASE_INSENSITIVE);

    static Optional<OptionTitle> of(String words) {
        char begins = words.isEmpty() ? ' ' : words.charAt(0);
        if (begins > ' ' && begins < 128 && begins != 'o' && begins != 'O') {
            return Optional.empty();
        }
        String text = words.strip();
        if (!text.regionMatches(true, 0, "option", 0, 6)) {
            return Optional.empty();
        }
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String number = matcher.group(1);
        int place =
                Character.isDigit(number.charAt(0))
                        ? Integer.parseInt(number)
                        : Character.toLowerCase(number.charAt(0)) - 'a' + 1;
        String title = matcher.group(2) == null ? "" : Caption.withoutColon(matcher.group(2));
        return Optional.of(new OptionTitle(place, title.isEmpty() ? "Option " + number : title));
    }
}
