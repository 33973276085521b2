package dev.warroom.policy;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A time that comes again: an RRULE of RFC 5545, read by its own rules, at a time of day in a zone.
 * Where a clock is put forward over that time, it is that much later; where it is put back, the
 * first of the two counts.
 *
 * @param rule without {@code RRULE:}; {@link #whyNot} tells whether it is one
 */
public record Recurrence(String rule, LocalTime at, ZoneId zone) {

    /** Where counting begins, so that a rule with an interval keeps step from year to year. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    /** No rule is followed further than this, should it never come again. */
    private static final int MOST = 10_000;

    /** As the constructor. */
    public static Recurrence of(String rule, LocalTime at, ZoneId zone) {
        return new Recurrence(rule, at, zone);
    }

    /** Why {@code rule} is none; empty where it is one. */
    public static Optional<String> whyNot(String rule) {
        try {
            new RecurrenceRule(rule, RfcMode.RFC5545_STRICT);
            return Optional.empty();
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Up to {@code most} beginnings at or after {@code from}, the nearest first.
     *
     * @throws IllegalArgumentException if the rule is none
     */
    public List<Instant> next(Instant from, int most) {
        LocalDateTime first = FIRST_DAY.atTime(at.getHour(), at.getMinute());
        List<Instant> found = new ArrayList<>();
        RecurrenceRuleIterator all = iterator(first);
        // A day early, because the zone may be ahead of UTC; the loop leaves out what is too early.
        all.fastForward(from.minus(Duration.ofDays(1)).toEpochMilli());
        for (int i = 0; i < MOST && found.size() < most && all.hasNext(); i++) {
            LocalDateTime begins =
                    LocalDateTime.ofEpochSecond(all.nextMillis() / 1_000, 0, ZoneOffset.UTC);
            Instant at = begins.atZone(zone).toInstant();
            if (!at.isBefore(from)) {
                found.add(at);
            }
        }
        return found;
    }

    private RecurrenceRuleIterator iterator(LocalDateTime first) {
        try {
            return new RecurrenceRule(rule, RfcMode.RFC5545_STRICT)
                    .iterator(
                            new DateTime(
                                    first.getYear(),
                                    first.getMonthValue() - 1,
                                    first.getDayOfMonth(),
                                    first.getHour(),
                                    first.getMinute(),
                                    0));
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalArgumentException(rule + " is no rule: " + e.getMessage(), e);
        }
    }
}
