package dev.warroom.runbook;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
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
        int hour = hour(schedule.group(1), schedule.group(3));
        int minute = Integer.parseInt(schedule.group(2));
        return hour < 24 && minute < 60
                ? Optional.of(new Mentions.Schedule(LocalTime.of(hour, minute), words.strip()))
                : Optional.empty();
    }

    /**
     * @param half of the day; null where none is told
     */
    private static int hour(String count, String half) {
        int hour = Integer.parseInt(count);
        if (half == null || hour > 12) {
            return hour;
        }
        return hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
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
        if ((signs & (DIGIT | LIMIT)) == (DIGIT | LIMIT)) {
            deadline(words).ifPresent(deadlines::add);
        }
        if ((signs & EVERY) != 0) {
            reminder(words).ifPresent(reminders::add);
        }
        if ((signs & COLON) != 0) {
            use(words, line).ifPresent(criteria::add);
        }
    }

    private static Optional<Mentions.Deadline> deadline(String words) {
        if (!DEADLINE_HOLDS.standIn(words)) {
            return Optional.empty();
        }
        Matcher deadline = DEADLINE.matcher(words);
        if (!deadline.matches() || Long.parseLong(deadline.group(1)) == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Mentions.Deadline(
                        Span.of(deadline.group(1), deadline.group(2)), words.strip()));
    }

    /** What a person does again and again; what goes on by itself does so within seconds. */
    private static Optional<Mentions.Reminder> reminder(String words) {
        Matcher reminder = REMINDER.matcher(words);
        if (!reminder.matches()) {
            return Optional.empty();
        }
        Duration every =
                reminder.group(1) == null
                        ? Span.of("1", reminder.group(3))
                        : Span.of(reminder.group(1), reminder.group(2));
        return every.compareTo(SHORTEST) < 0
                ? Optional.empty()
                : Optional.of(new Mentions.Reminder(every, Mark.offWithBox(words).strip()));
    }

    /** When something is to be used, or handed on. */
    private static Optional<Mentions.Criterion> use(String words, int line) {
        int first = firstLetter(words, 0);
        if (first < 0 || !USE_BEGINS.beginAt(words, first)) {
            return Optional.empty();
        }
        Matcher use = USE.matcher(words);
        return use.matches()
                ? Optional.of(
                        new Mentions.Criterion(
                                use.group(1).strip(), line, List.of(use.group(2).strip())))
                : Optional.empty();
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
}
