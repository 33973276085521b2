package dev.warroom.cli;

import dev.warroom.logs.event.EventReader;
import dev.warroom.room.LogFilter;
import dev.warroom.room.LogLevel;

import java.time.Instant;
import java.util.Optional;

/**
 * Which events are wanted.
 *
 * @param least how grave they must be; NONE for all, also those that do not say
 * @param since when they must have happened; one without a time, when the one before did
 */
record EventFilter(LogLevel least, Optional<Instant> since, Optional<LogFilter> match) {

    /**
     * @throws LogFilter.Unusable where the expression takes too long
     */
    boolean lets(EventReader event) throws LogFilter.Unusable {
        if (event.level().compareTo(least) < 0) {
            return false;
        }
        if (since.isPresent() && event.order() < since.get().toEpochMilli()) {
            return false;
        }
        return match.isEmpty() || match.get().lets(event.text());
    }
}
