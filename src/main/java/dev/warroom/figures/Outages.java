package dev.warroom.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The times in which there was an incident: those that overlap, or touch, are one.
 *
 * @param all in their order, with gaps between them
 */
record Outages(List<Outage> all) {

    /**
     * From a declaration to the end.
     *
     * @param to empty while it is open
     */
    public record Outage(Instant from, Optional<Instant> to) {

        /** Ends no earlier than it begins, whatever a clock that was set back says. */
        public Outage {
            Instant begun = from;
            to = to.map(it -> it.isBefore(begun) ? begun : it);
        }
    }

    Outages {
        all = List.copyOf(all);
    }

    static Outages of(List<Outage> incidents) {
        List<Outage> sorted = new ArrayList<>(incidents);
        sorted.sort(Comparator.comparing(Outage::from));
        List<Outage> merged = new ArrayList<>();
        for (Outage next : sorted) {
            Optional<Outage> last =
                    merged.isEmpty() ? Optional.empty() : Optional.of(merged.getLast());
            boolean joined =
                    last.isPresent()
                            && last.get().to().map(it -> !it.isBefore(next.from())).orElse(true);
            if (joined) {
                merged.set(merged.size() - 1, joined(last.get(), next));
            } else {
                merged.add(next);
            }
        }
        return new Outages(merged);
    }

    private static Outage joined(Outage first, Outage second) {
        boolean open = first.to().isEmpty() || second.to().isEmpty();
        Optional<Instant> end =
                open
                        ? Optional.empty()
                        : first.to().get().isAfter(second.to().get()) ? first.to() : second.to();
        return new Outage(first.from(), end);
    }

    /** The times without an incident that ended in {@code period}, from one end to the next. */
    List<Duration> gaps(Period period) {
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            Instant next = all.get(i).from();
            Instant before = all.get(i - 1).to().orElse(next);
            if (period.has(next)) {
                gaps.add(Duration.between(before, next));
            }
        }
        return gaps;
    }

    /** How long there has been none at {@code at}; empty while there is one, or was never one. */
    Optional<Duration> quietAt(Instant at) {
        return all.stream()
                .filter(it -> it.from().isBefore(at))
                .reduce((first, last) -> last)
                .flatMap(Outage::to)
                .filter(it -> !it.isAfter(at))
                .map(it -> Duration.between(it, at));
    }
}
