package dev.warroom.runbook;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private static final Hints SCHEDULE_BEGINS =
            Hints.inAnyCase("time", "schedule", "daily at", "when", "run");
    private static final Hints USE_BEGINS = Hints.inAnyCase("when ", "escalat");
    private static final Hints DEADLINE_HOLDS =
            Hints.inAnyCase("respon", "deadline", "acknowledge", "resolution", "sla");
    private static final int COLON = 1;
    private static final int DIGIT = 2;
    private static final int EVERY = 4;

    /** "time", "within", "deadline", "SLA". */
    private static final int LIMIT = 8;

    /** Between two times that a person is reminded. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** Characters of a line that is looked at. */
    private static final int LONGEST = 1_000;

    private MentionRule() {}

    /** When something is due every day, where a line says so. */
    static Optional<Mentions.Schedule> schedule(String words) {
        int first = words.length() > LONGEST ? -1 : firstLetter(words, 0);
        if (first < 0 || !SCHEDULE_BEGINS.beginAt(words, first)) {
            return Optional.empty();
        }
        Matcher schedule = SCHEDULE.matcher(words);
        if (!schedule.matches()) {
            return Optional.empty();
        }
        String half = schedule.group(3) == null ? "" : schedule.group(3).toLowerCase(Locale.ROOT);
        int hour = Integer.parseInt(schedule.group(1));
        hour =
                half.equals("pm") && hour < 12
                        ? hour + 12
                        : half.equals("am") && hour == 12 ? 0 : hour;
        int minute = Integer.parseInt(schedule.group(2));
        return hour < 24 && minute < 60
                ? Optional.of(new Mentions.Schedule(LocalTime.of(hour, minute), words.strip()))
                : Optional.empty();
    }

    /**
     * Whether one of the lines of a paragraph may be a {@link #schedule}.
     *
     * @param raw with its markup
     */
    static boolean mayHoldSchedule(String raw) {
        int at = 0;
        while (at >= 0 && at < raw.length()) {
            int first = firstLetter(raw, at);
            if (first >= 0 && SCHEDULE_BEGINS.beginAt(raw, first) && raw.indexOf(':', first) > 0) {
                return true;
            }
            int end = raw.indexOf('\n', at);
            at = end < 0 ? -1 : end + 1;
        }
        return false;
    }

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
            if (words.length() > LONGEST || words.isEmpty()) {
                continue;
            }
            read(words, line, schedules, deadlines, reminders, criteria);
        }
        boolean symptoms = Criteria.areSymptoms(title);
        boolean decides = !symptoms && Criteria.decides(title);
        List<String> bullets = symptoms || decides ? bullets(lines) : List.of();
        List<String> seen = symptoms ? bullets : seen(lines);
        if (symptoms || decides) {
            // "Memory grows every hour" is seen, not done.
            reminders.clear();
        }
        if (decides && !bullets.isEmpty()) {
            criteria.add(new Mentions.Criterion(title, line, bullets));
        }
        boolean none =
                !symptoms
                        && seen.isEmpty()
                        && schedules.isEmpty()
                        && deadlines.isEmpty()
                        && reminders.isEmpty()
                        && criteria.isEmpty();
        return none ? Mentions.NONE : new Mentions(schedules, deadlines, reminders, criteria, seen);
    }

    /** What one sees, where a line alone says so. */
    private static List<String> seen(List<String> lines) {
        List<String> seen = new ArrayList<>();
        for (String line : lines) {
            if (line.length() <= LONGEST) {
                Criteria.seen(line).ifPresent(seen::add);
            }
        }
        return seen;
    }

    private static List<String> bullets(List<String> lines) {
        List<String> bullets = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank()) {
                bullets.add(Mark.offWithBox(line).strip());
            }
        }
        return bullets;
    }

    private static void read(
            String words,
            int line,
            List<Mentions.Schedule> schedules,
            List<Mentions.Deadline> deadlines,
            List<Mentions.Reminder> reminders,
            List<Mentions.Criterion> criteria) {
        int signs = signs(words);
        if (signs == 0) {
            return;
        }
        if ((signs & COLON) != 0) {
            schedule(words).ifPresent(schedules::add);
        }
        boolean limited =
                (signs & (DIGIT | LIMIT)) == (DIGIT | LIMIT) && DEADLINE_HOLDS.standIn(words);
        Matcher deadline = limited ? DEADLINE.matcher(words) : null;
        if (deadline != null && deadline.matches() && !deadline.group(1).matches("0+")) {
            deadlines.add(
                    new Mentions.Deadline(
                            duration(deadline.group(1), deadline.group(2)), words.strip()));
        }
        Matcher reminder = (signs & EVERY) != 0 ? REMINDER.matcher(words) : null;
        if (reminder != null && reminder.matches()) {
            String count = reminder.group(1) == null ? "1" : reminder.group(1);
            String unit = reminder.group(1) == null ? reminder.group(3) : reminder.group(2);
            Duration every = duration(count, unit);
            // What a person does again and again; what goes on by itself does so within seconds.
            if (every.compareTo(SHORTEST) >= 0) {
                reminders.add(new Mentions.Reminder(every, Mark.offWithBox(words).strip()));
            }
        }
        int first = (signs & COLON) != 0 ? firstLetter(words, 0) : -1;
        boolean used = first >= 0 && USE_BEGINS.beginAt(words, first);
        Matcher use = used ? USE.matcher(words) : null;
        if (use != null && use.matches()) {
            criteria.add(
                    new Mentions.Criterion(
                            use.group(1).strip(), line, List.of(use.group(2).strip())));
        }
    }

    /** The index of the first letter at {@code from} or behind; -1 where there is none. */
    private static int firstLetter(String words, int from) {
        for (int i = from; i < words.length(); i++) {
            char letter = words.charAt(i);
            if (letter >= 'a' && letter <= 'z'
                    || letter >= 'A' && letter <= 'Z'
                    || letter >= 128 && Character.isLetter(letter)) {
                return i;
            }
        }
        return -1;
    }

    /** What of that which the rules need stands in {@code words}: most lines hold none of it. */
    private static int signs(String words) {
        int signs = 0;
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            switch (letter) {
                case ':' -> signs |= COLON;
                case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> signs |= DIGIT;
                case 'v' -> signs |= words.startsWith("very", i) ? EVERY : 0;
                case 'e' -> signs |= words.startsWith("eadline", i) ? LIMIT : 0;
                case 'S' -> signs |= words.startsWith("SLA", i) ? LIMIT : 0;
                case 'i' -> {
                    boolean limit = words.startsWith("ime", i) || words.startsWith("ithin", i);
                    signs |= limit ? LIMIT : 0;
                }
                default -> {}
            }
        }
        return signs;
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
