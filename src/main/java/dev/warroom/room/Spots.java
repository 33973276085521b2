package dev.warroom.room;

import dev.warroom.room.Checklist.Picked;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The spots of a runbook, in the order of its lines. */
public final class Spots {

    static final Spots NONE = new Spots(List.of(), Map.of());

    private final List<Spot> all;
    private final Map<String, Picked> ways;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<Spot>> byOwner = new HashMap<>();

    /**
     * @param ways by step id, the option that a step belongs to
     */
    Spots(List<Spot> all, Map<String, Picked> ways) {
        this.all = List.copyOf(all);
        this.ways = Map.copyOf(ways);
        Map<String, List<Spot>> owners = new LinkedHashMap<>();
        for (int i = 0; i < this.all.size(); i++) {
            Spot spot = this.all.get(i);
            places.put(spot.id(), i);
            if (!(spot instanceof Spot.OfStep)) {
                owners.computeIfAbsent(spot.in(), _ -> new ArrayList<>()).add(spot);
            }
        }
        owners.forEach((owner, spots) -> byOwner.put(owner, List.copyOf(spots)));
    }

    /**
     * @param library where links may lead
     */
    static Spots of(Runbook runbook, Library library) {
        return new SpotFinder(library).find(runbook);
    }

    List<Spot> all() {
        return all;
    }

    Optional<Spot> at(String id) {
        return Optional.ofNullable(places.get(id)).map(all::get);
    }

    /** Counted from 0; 0 where there is no such spot. */
    int place(String id) {
        return places.getOrDefault(id, 0);
    }

    /**
     * Those, beside steps, that stand in the words of the step, option, section or runbook of this
     * id.
     */
    List<Spot> in(String owner) {
        return byOwner.getOrDefault(owner, List.of());
    }

    Optional<Picked> optionOf(String step) {
        return Optional.ofNullable(ways.get(step));
    }
}
