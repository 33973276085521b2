package dev.warroom.journal;

import dev.warroom.incident.CommandEvent.Amended;
import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Origin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order of the facts of an incident that a room over several machines shares: those of the
 * shared record as they stand there; behind them those that were recorded here and are not in it
 * yet. Which those are follows from the two files alone, so nothing else need be kept.
 */
final class RoomOrder {

    private final List<Fact> shared = new ArrayList<>();
    private final List<Fact> waiting = new ArrayList<>();

    /** Places in the shared record, from 1, by the number that a fact has among one's own. */
    private final Map<Long, Long> places = new HashMap<>();

    private final Brought brought = new Brought();
    private final Optional<String> mark;

    /**
     * @param mark of the state folder; empty where nothing of one's own is known
     */
    RoomOrder(Optional<String> mark) {
        this.mark = mark;
    }

    /** One more fact of the shared record. */
    void shared(Fact fact) {
        shared.add(fact);
        Origin origin = fact.origin();
        if (!mark.equals(Optional.of(origin.from()))) {
            return;
        }
        brought.shared(fact);
        if (origin.own() > 0) {
            places.put(origin.own(), fact.number());
        }
        waiting.removeIf(this::isShared);
    }

    /** One more of one's own facts. */
    void own(Fact fact) {
        if (!isShared(fact)) {
            waiting.add(fact);
        }
    }

    private boolean isShared(Fact own) {
        if (!brought.reached(own)) {
            brought.start(own).ifPresent(it -> places.put(own.origin().own(), it));
        }
        return brought.has(own);
    }

    /** Of those in the shared record, how many. */
    int size() {
        return shared.size();
    }

    /** Those of the shared record from a place on, counted from 0. */
    List<Fact> from(int place) {
        return List.copyOf(shared.subList(place, shared.size()));
    }

    /** One's own that are not in the shared record, oldest first, as they stand among one's own. */
    List<Fact> waiting() {
        return List.copyOf(waiting);
    }

    /** The same with the numbers that they have in the whole, as long as nothing comes between. */
    List<Fact> tail() {
        List<Fact> tail = new ArrayList<>();
        for (Fact own : waiting) {
            tail.add(placed(own, shared.size() + tail.size() + 1L, own.origin()));
        }
        return tail;
    }

    /** All, in their order. */
    List<Fact> facts() {
        List<Fact> all = new ArrayList<>(shared);
        all.addAll(tail());
        return all;
    }

    /** One of one's own at a place of the shared record. */
    Fact placed(Fact own, long number, Origin origin) {
        return new Fact(number, own.at(), own.who(), own.host(), event(own), origin);
    }

    /** What amends a fact names it by a number: negative where it means one of one's own. */
    private IncidentEvent event(Fact own) {
        return own.event() instanceof Amended it && it.fact() < 0
                ? new Amended(place(-it.fact()), it.text())
                : own.event();
    }

    private long place(long own) {
        Long place = places.get(own);
        if (place != null) {
            return place;
        }
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).origin().own() == own) {
                return shared.size() + i + 1L;
            }
        }
        throw new IllegalStateException("own fact " + own + " is neither shared nor waits");
    }
}
