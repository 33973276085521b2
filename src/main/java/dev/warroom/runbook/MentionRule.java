package dev.warroom.runbook;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules that find schedules, deadlines, reminders, criteria and symptoms in a section's words. */
final class MentionRule {

    private static final String TIME =
            "(\\d{1,4})\\s?(seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|m|s|d)\\b";
    private static final Pattern SCHEDULE =
            Pattern.compile(
                    "(?i)[^\\p{L}\\d]*(?:time|schedule|daily at|when|runs?"
                            + " at)\\s?:\\s*(\\d{1,2})[:.](\\d\\d)\\s?(am|pm)?.*");
    private static final Pattern DEADLINE =
            Pattern.compile(
                    "(?i).*\\b(?:response times?|deadline|time to respond|respond"
                            + " within|acknowledge within|resolution time|sla)\\s?:?\\s*(?:within"
                            + " |under |[<≤]\\s?)?"
                            + TIME
                            + ".*");
    private static final Pattern REMINDER =
            Pattern.compile("(?i).*\\bevery\\s+(?:" + TIME + "|(minute|hour|day)\\b).*");
    private static final Pattern USE =
            Pattern.compile(
                    "(?i)[^\\p{L}]*(when (?:not )?to [\\p{L} ]{1,40}|escalat[^:]{1,60}"
                            + " (?:if|when)):\\s+(\\S.*)");
    private static final Pattern MARK =
            Pattern.compile("^\\s*(?:[-*+]|\\d+[.)])\\s+(?:\\[[ xX]\\]\\s+)?");

    private MentionRule() {}

    /**
     * @param title of the section
     * @param lines of its words, bullets with their marks
     */
    static Mentions of(String title, int line, List<String> lines) {
        List<Mentions.Schedule> schedules = new ArrayList<>();
        List<Mentions.Deadline> deadlines = new ArrayList<>();
        List<Mentions.Reminder> reminders = new ArrayList<>();
        List<Mentions.Criterion> criteria = new ArrayList<>();
        for (String words : lines) {
            if (words.length() > 1_000 || words.isEmpty()) {
                continue;
            }
            read(words, line, schedules, deadlines, reminders, criteria);
        }
        boolean symptoms = Criteria.areSymptoms(title);
        boolean decides = !symptoms && Criteria.decides(title);
        List<String> bullets = symptoms || decides ? bullets(lines) : List.of();
        if (symptoms || decides) {
            // "Memory grows every hour" is seen, not done.
            reminders.clear();
        }
        if (decides && !bullets.isEmpty()) {
            criteria.add(new Mentions.Criterion(title, line, bullets));
        }
        boolean none =
                !symptoms
                        && schedules.isEmpty()
                        && deadlines.isEmpty()
                        && reminders.isEmpty()
                        && criteria.isEmpty();
        return none
                ? Mentions.NONE
                : new Mentions(
                        schedules, deadlines, reminders, criteria, symptoms ? bullets : List.of());
    }

    private static List<String> bullets(List<String> lines) {
        return lines.stream()
                .filter(it -> !it.isBlank())
                .map(it -> MARK.matcher(it).replaceFirst("").strip())
                .toList();
    }

    private static void read(
            String words,
            int line,
            List<Mentions.Schedule> schedules,
            List<Mentions.Deadline> deadlines,
            List<Mentions.Reminder> reminders,
            List<Mentions.Criterion> criteria) {
        boolean colon = words.indexOf(':') >= 0;
        Matcher schedule = colon ? SCHEDULE.matcher(words) : null;
        if (schedule != null && schedule.matches()) {
            int hour = Integer.parseInt(schedule.group(1));
            String half =
                    schedule.group(3) == null ? "" : schedule.group(3).toLowerCase(Locale.ROOT);
            hour =
                    half.equals("pm") && hour < 12
                            ? hour + 12
                            : half.equals("am") && hour == 12 ? 0 : hour;
            int minute = Integer.parseInt(schedule.group(2));
            if (hour < 24 && minute < 60) {
                schedules.add(new Mentions.Schedule(LocalTime.of(hour, minute), words.strip()));
            }
        }
        boolean number =
                (words.contains("ime")
                                || words.contains("ithin")
                                || words.contains("eadline")
                                || words.contains("SLA"))
                        && hasDigit(words);
        Matcher deadline = number ? DEADLINE.matcher(words) : null;
        if (deadline != null && deadline.matches() && !deadline.group(1).matches("0+")) {
            deadlines.add(
                    new Mentions.Deadline(
                            duration(deadline.group(1), deadline.group(2)), words.strip()));
        }
        Matcher reminder = words.contains("very") ? REMINDER.matcher(words) : null;
        if (reminder != null && reminder.matches()) {
            String count = reminder.group(1) == null ? "1" : reminder.group(1);
            String unit = reminder.group(1) == null ? reminder.group(3) : reminder.group(2);
            if (!count.matches("0+")) {
                reminders.add(
                        new Mentions.Reminder(
                                duration(count, unit),
                                MARK.matcher(words).replaceFirst("").strip()));
            }
        }
        Matcher use = USE.matcher(words);
        if (colon && use.matches()) {
            criteria.add(
                    new Mentions.Criterion(
                            use.group(1).strip(), line, List.of(use.group(2).strip())));
        }
    }

    private static boolean hasDigit(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) >= '0' && words.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static Duration duration(String count, String unit) {
        long number = Long.parseLong(count);
        return switch (unit.toLowerCase(Locale.ROOT).charAt(0)) {
            case 's' -> Duration.ofSeconds(number);
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
