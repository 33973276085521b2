package dev.warroom.health;

import dev.warroom.history.Slot;
import dev.warroom.history.Tally;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The minutes of one probe, or of the service, while they are added up. */
final class Track {

    /** More minutes than this are never open: a look that counts longer is cut. */
    private static final int MOST_OPEN = 24 * 60;

    private final String name;
    private final SortedMap<Instant, Slot> open = new TreeMap<>();

    Track(String name) {
        this.name = name;
    }

    /** Counts the time {@code [from, to)} as spent in a state. */
    void watched(Tally.Kind kind, Instant from, Instant to) {
        Instant at = from;
        Instant end = earlier(to, from.plus(Duration.ofMinutes(MOST_OPEN - 1)));
        while (at.isBefore(end)) {
            Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
            Instant until = earlier(end, minute.plus(Slot.MINUTE));
            // Rounded alike at both ends, so that nothing is lost where one state follows another.
            long millis = until.toEpochMilli() - at.toEpochMilli();
            add(minute, slot -> slot.watched(kind, millis));
            at = until;
        }
    }

    void add(Instant at, java.util.function.UnaryOperator<Slot> more) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        Slot slot = open.getOrDefault(minute, Slot.empty(name, minute, Slot.MINUTE));
        open.put(minute, more.apply(slot));
    }

    /** The minutes that began before the one of {@code at}; they are done with. */
    List<Slot> before(Instant at) {
        SortedMap<Instant, Slot> done = open.headMap(at.truncatedTo(ChronoUnit.MINUTES));
        List<Slot> slots = new ArrayList<>(done.values());
        done.clear();
        return slots;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
