package dev.warroom.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * A checklist that is due by the clock.
 *
 * @param runbook its title
 * @param days on which it is due
 * @param zone whose clock; the operator's where it is empty
 */
public record Schedule(String runbook, LocalTime at, Set<DayOfWeek> days, Optional<ZoneId> zone) {

    public Schedule {
        days = Set.copyOf(days);
    }

    /**
     * When it became due on the day of {@code now}; empty before that, and on other days.
     *
     * @param usual the operator's zone
     */
    public Optional<Instant> dueSince(Instant now, ZoneId usual) {
        ZoneId where = zone.orElse(usual);
        LocalDate today = LocalDate.ofInstant(now, where);
        Instant due = today.atTime(at).atZone(where).toInstant();
        return days.contains(today.getDayOfWeek()) && !now.isBefore(due)
                ? Optional.of(due)
                : Optional.empty();
    }
}
