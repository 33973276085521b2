package dev.warroom.runbook;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule: "(5-15 minutes)" in a title is a span of the incident, "(30 minutes)" a length from zero,
 * and so is "(1 hour before)": whoever begins an hour before has an hour. Anything else in
 * parentheses stays in the title.
 */
final class TimeBoxRule {

    private static final String UNIT =
            "(s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?)";
    private static final Pattern BOX =
            Pattern.compile(
                    "\\(((?:(\\d{1,4})\\s?"
                            + UNIT
                            + "?\\s?(?:-|–|—|to)\\s?)?(\\d{1,4})\\s?"
                            + UNIT
                            + "(?:\\s(?:before(?:hand)?|prior|ahead|in advance))?)\\)",
                    Pattern.CASE_INSENSITIVE);

    /**
     * @param title without the time box
     */
    record Titled(String title, Optional<TimeBox> timeBox) {}

    private TimeBoxRule() {}

    static Titled read(String title) {
        int at = firstNumber(title);
        if (at < 0) {
            return new Titled(title, Optional.empty());
        }
        Matcher matcher = BOX.matcher(title);
        if (!matcher.find(at)) {
            return new Titled(title, Optional.empty());
        }
        String unit = matcher.group(5);
        Duration from = Duration.ZERO;
        if (matcher.group(2) != null) {
            String fromUnit = matcher.group(3) == null ? unit : matcher.group(3);
            from = Span.of(matcher.group(2), fromUnit);
        }
        Duration to = Span.of(matcher.group(4), unit);
        if (to.compareTo(from) <= 0) {
            return new Titled(title, Optional.empty());
        }
        String before = title.substring(0, matcher.start()).strip();
        String after = title.substring(matcher.end()).strip();
        String gap = before.isEmpty() || after.isEmpty() || after.startsWith(":") ? "" : " ";
        return new Titled(
                before + gap + after, Optional.of(new TimeBox(from, to, matcher.group(1))));
    }

    /** Where a number stands in parentheses for the first time; -1 where none does. */
    private static int firstNumber(String title) {
        for (int at = title.indexOf('('); at >= 0; at = title.indexOf('(', at + 1)) {
            char next = at + 1 < title.length() ? title.charAt(at + 1) : ' ';
            if (next >= '0' && next <= '9') {
                return at;
            }
        }
        return -1;
    }
}
