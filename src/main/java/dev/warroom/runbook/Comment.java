package dev.warroom.runbook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules for the words of a shell comment. */
final class Comment {

    private static final Pattern NUMBERED =
            Pattern.compile(
                    "(?:step\\s)?\\d{1,3}[.):]\\s+(\\S.*)|step\\s\\d{1,3}\\s?[-–—]\\s?(\\S.*)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITION =
            Pattern.compile("(?:if|only|when|unless|note|optional)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final String DECORATION = "#-=*_ \t";

    private Comment() {}

    static boolean is(String line) {
        return line.stripLeading().startsWith("#");
    }

    /** The words without the number sign and without lines drawn around them; may be empty. */
    static String words(String line) {
        String text = line.strip();
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '#') {
            from++;
        }
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        if (text.startsWith("--", from) || text.startsWith("==", from)) {
            while (from < to && DECORATION.indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            while (to > from && DECORATION.indexOf(text.charAt(to - 1)) >= 0) {
                to--;
            }
        }
        return text.substring(from, to);
    }

    /** "1. Look at the disks" and "Step 1: …" start a step: the words after the number. */
    static Optional<String> numbered(String words) {
        char first = words.isEmpty() ? ' ' : words.charAt(0);
        if (!Character.isDigit(first) && !words.regionMatches(true, 0, "step", 0, 4)) {
            return Optional.empty();
        }
        Matcher matcher = NUMBERED.matcher(words);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }

    /** "If the disk is full" says when, not what, so it makes a poor title. */
    static boolean isCondition(String words) {
        return CONDITION.matcher(words).matches();
    }
}
