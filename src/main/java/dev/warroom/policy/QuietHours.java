package dev.warroom.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Hours in which a probe is looked at and not told about, such as those of a nightly backup.
 *
 * @param days on which they begin
 * @param from included
 * @param until not included; on the next day where it is not after {@code from}
 */
public record QuietHours(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone) {

    public QuietHours {
        days = Set.copyOf(days);
    }

    /** Whether {@code at} lies in them. */
    public boolean include(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        LocalTime time = there.toLocalTime();
        boolean overnight = !until.isAfter(from);
        if (!overnight) {
            return days.contains(there.getDayOfWeek())
                    && !time.isBefore(from)
                    && time.isBefore(until);
        }
        return !time.isBefore(from) && days.contains(there.getDayOfWeek())
                || time.isBefore(until) && days.contains(there.getDayOfWeek().minus(1));
    }
}
