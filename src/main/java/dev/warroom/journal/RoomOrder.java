package dev.warroom.journal;

import dev.warroom.incident.CommandEvent.Amended;
import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.Origin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The order of the facts of an incident that a room over several machines shares: those of the
 * shared record as they stand there; behind them those that were recorded here and are not in it
 * yet. Which those are follows from the two files alone, so nothing else need be kept.
 */
final class RoomOrder {

    private final List<Fact> shared = new ArrayList<>();

    /** By the numbers that they have among one's own, in their order. */
    private final Map<Long, Fact> waiting = new LinkedHashMap<>();

    /** Those of them that start a run, by the run. */
    private final Map<String, Long> starts = new HashMap<>();

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
        reached();
        if (fact.event() instanceof StepStarted start) {
            arrived(start.run(), fact.number());
        }
    }

    /** What went there in its turn waits no more: it is in front of all that still does. */
    private void reached() {
        Iterator<Fact> first = waiting.values().iterator();
        while (first.hasNext()) {
            Fact own = first.next();
            if (!brought.reached(own)) {
                return;
            }
            first.remove();
            if (own.event() instanceof StepStarted start) {
                starts.remove(start.run());
            }
        }
    }

    /** A start that could not be confirmed in time has come through all the same. */
    private void arrived(String run, long place) {
        Long own = starts.remove(run);
        if (own != null) {
            waiting.remove(own);
            places.put(own, place);
        }
    }

    /** One more of one's own facts. */
    void own(Fact fact) {
        long number = fact.origin().own();
        if (brought.reached(fact)) {
            return;
        }
        OptionalLong place = brought.start(fact);
        if (place.isPresent()) {
            places.put(number, place.getAsLong());
            return;
        }
        waiting.put(number, fact);
        if (fact.event() instanceof StepStarted start) {
            starts.put(start.run(), number);
        }
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
        return List.copyOf(waiting.values());
    }

    /** The same with the numbers that they have in the whole, as long as nothing comes between. */
    List<Fact> tail() {
        List<Fact> tail = new ArrayList<>();
        for (Fact own : waiting.values()) {
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
        long behind = shared.size();
        for (long number : waiting.keySet()) {
            behind++;
            if (number == own) {
                return behind;
            }
        }
        throw new IllegalStateException("own fact " + own + " is neither shared nor waits");
    }
}
