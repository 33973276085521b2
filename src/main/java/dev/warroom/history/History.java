package dev.warroom.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found of all probes over some time.
 *
 * @param slots the oldest first, one for a probe and a time
 * @param unreadable how many lines of it could not be read
 */
public record History(List<Slot> slots, long unreadable) {

    public static final History NONE = new History(List.of(), 0);

    /** A break that is no longer than this is none: a room was left and opened again. */
    private static final Duration SHORT_BREAK = Duration.ofMinutes(3);

    public History {
        slots = List.copyOf(slots);
    }

    /** Of lines in any order: those of the same probe and time are added up. */
    public static History of(Collection<Slot> lines, long unreadable) {
        return new History(added(lines, null), unreadable);
    }

    /** The slots of one probe, the oldest first. */
    public List<Slot> of(String probe) {
        return slots.stream().filter(it -> it.probe().equals(probe)).toList();
    }

    /** Those that have to do with {@code [from, to)}: the first may have begun before. */
    public History between(Instant from, Instant to) {
        return new History(
                slots.stream()
                        .filter(it -> it.to().isAfter(from) && it.from().isBefore(to))
                        .toList(),
                unreadable);
    }

    /** What this and {@code newer} have, added up where they have the same probe and time. */
    public History plus(History newer) {
        List<Slot> all = new ArrayList<>(slots);
        all.addAll(newer.slots);
        return of(all, unreadable + newer.unreadable);
    }

    /** The same by the hour. */
    public History hourly() {
        return new History(added(slots, Slot.HOUR), unreadable);
    }

    /** All slots of a probe in one; empty where there is none. */
    public Optional<Slot> whole(String probe) {
        return of(probe).stream().reduce(Slot::plus);
    }

    /**
     * Since when {@code probe} has been critical without a break up to {@code now}, to the minute.
     * A break in which nobody watched is none where it is short; what is silent breaks nothing.
     */
    public Optional<Instant> criticalSince(String probe, Instant now) {
        Optional<Instant> since = Optional.empty();
        Instant end = now;
        for (Slot slot : of(probe).reversed()) {
            Tally time = slot.time();
            if (time.whole() == 0) {
                continue;
            }
            if (Duration.between(slot.to(), end).compareTo(SHORT_BREAK) > 0) {
                return since;
            }
            boolean well = time.ok() + time.warning() + time.unknown() > 0;
            if (well) {
                // It became critical within this minute, unless it was so at its beginning only.
                return since.isPresent() && time.critical() > 0
                        ? Optional.of(slot.to().minusMillis(time.critical()))
                        : since;
            }
            if (time.critical() > 0) {
                since = Optional.of(slot.from());
            }
            end = slot.from();
        }
        return since;
    }

    private static List<Slot> added(Collection<Slot> lines, Duration length) {
        record Key(String probe, Instant from) {}
        Map<Key, Slot> sums = new LinkedHashMap<>();
        for (Slot line : lines) {
            Duration whole = length == null ? line.length() : length;
            Instant from =
                    whole.equals(Slot.HOUR)
                            ? line.from().truncatedTo(ChronoUnit.HOURS)
                            : line.from();
            sums.merge(
                    new Key(line.probe(), from),
                    Slot.empty(line.probe(), from, whole).plus(line),
                    Slot::plus);
        }
        List<Slot> sorted = new ArrayList<>(sums.values());
        sorted.sort(Comparator.comparing(Slot::from).thenComparing(Slot::probe));
        return sorted;
    }
}
