package dev.warroom.logs.event;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Several logs as one, ordered by time. Each log keeps its own order, also where its times are
 * missing or go back; events of the same time come in the order in which the logs were named.
 */
public final class Merge {

    private record Place(EventReader reader, int index) {}

    private final PriorityQueue<Place> waiting =
            new PriorityQueue<>(
                    Comparator.comparingLong((Place it) -> it.reader().order())
                            .thenComparingInt(Place::index));
    private Optional<Place> current = Optional.empty();
    private Optional<EventReader> told = Optional.empty();

    /**
     * @param readers none of them asked for its first event yet
     */
    public Merge(List<EventReader> readers) throws IOException {
        for (int i = 0; i < readers.size(); i++) {
            advance(new Place(readers.get(i), i));
        }
    }

    /** The log that holds the next event, until the next call; empty where there is none. */
    public Optional<EventReader> next() throws IOException {
        // A log that is alone, as most are, need not be put in order.
        if (waiting.isEmpty() && told.isPresent() && told.get().next()) {
            return told;
        }
        if (!waiting.isEmpty() && current.isPresent()) {
            advance(current.get());
        }
        current = Optional.ofNullable(waiting.poll());
        told = current.map(Place::reader);
        return told;
    }

    private void advance(Place place) throws IOException {
        if (place.reader().next()) {
            waiting.add(place);
        }
    }
}
