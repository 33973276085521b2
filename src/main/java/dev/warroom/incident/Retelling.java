package dev.warroom.incident;

import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Facts as they are told to people: a step on many hosts has two facts for each of them, of which
 * the first beginning and the last end stand for all. Nothing is taken from the journal.
 */
public final class Retelling {

    /** From so many hosts on they are not told one by one. */
    public static final int FROM = 10;

    private final List<Fact> facts;
    private final Map<Long, Many> standing;
    private final Set<Long> hidden;

    private Retelling(List<Fact> facts, Map<Long, Many> standing, Set<Long> hidden) {
        this.facts = facts;
        this.standing = standing;
        this.hidden = hidden;
    }

    /** A step on many hosts, as far as it went. */
    private static final class Many {
        private final Fact first;
        private final StepStarted start;
        private final Map<String, Optional<Outcome>> byHost = new LinkedHashMap<>();
        private Fact last;

        Many(Fact first, StepStarted start) {
            this.first = first;
            this.last = first;
            this.start = start;
        }

        String words(Fact fact) {
            return fact == first
                    ? start.title() + ": started on " + Batch.hosts(start.batch()) + " hosts"
                    : start.title() + ": " + Batch.words(Batch.hosts(start.batch()), byHost);
        }

        boolean goesOn() {
            return byHost.containsValue(Optional.<Outcome>empty());
        }
    }

    /** Whether a fact is about one of so many hosts that they are told together. */
    public static boolean many(Fact fact) {
        return fact.event() instanceof StepStarted start && Batch.many(start.batch());
    }

    /** Facts that were read. */
    public static Retelling of(List<Fact> facts) {
        return Facts.of(facts).told();
    }

    /**
     * @param any whether any of them is about one of many hosts
     */
    static Retelling of(Facts facts, boolean any) {
        if (!any) {
            return new Retelling(facts, Map.of(), Set.of());
        }
        Map<String, Many> byBatch = new HashMap<>();
        Map<String, Many> byRun = new HashMap<>();
        Map<String, String> hosts = new HashMap<>();
        // By place, counted from 0.
        Map<Integer, Long> one = new HashMap<>();
        facts.places(it -> it == StepStarted.class || it == StepFinished.class)
                .forEach(
                        place -> {
                            Fact fact = facts.get(place);
                            if (many(fact)) {
                                StepStarted start = (StepStarted) fact.event();
                                Many many =
                                        byBatch.computeIfAbsent(
                                                start.batch(), _ -> new Many(fact, start));
                                many.byHost.put(start.target(), Optional.empty());
                                byRun.put(start.run(), many);
                                hosts.put(start.run(), start.target());
                                one.put(place, fact.number());
                            } else if (fact.event() instanceof StepFinished end
                                    && byRun.containsKey(end.run())) {
                                Many many = byRun.get(end.run());
                                many.last = fact;
                                many.byHost.put(hosts.get(end.run()), Optional.of(end.outcome()));
                                one.put(place, fact.number());
                            }
                        });
        Map<Long, Many> standing = new HashMap<>();
        byBatch.values().forEach(it -> standing.put(it.first.number(), it));
        byBatch.values().forEach(it -> standing.put(it.last.number(), it));
        one.values().removeIf(standing::containsKey);
        return new Retelling(new Shown(facts, one.keySet()), standing, new HashSet<>(one.values()));
    }

    /** Facts without those that are hidden. */
    private static final class Shown extends AbstractList<Fact> implements RandomAccess {
        private final Facts facts;
        private final int[] places;

        Shown(Facts facts, Set<Integer> hidden) {
            this.facts = facts;
            places = facts.places(_ -> true).filter(it -> !hidden.contains(it)).toArray();
        }

        @Override
        public Fact get(int index) {
            return facts.get(places[index]);
        }

        @Override
        public int size() {
            return places.length;
        }
    }

    /** Those that are told, oldest first. */
    public List<Fact> facts() {
        return facts;
    }

    /** Whether it is one of those that are told. */
    public boolean tells(Fact fact) {
        return hidden.isEmpty() || !hidden.contains(fact.number());
    }

    /** Whether it stands for many hosts of which some still run. */
    public boolean goesOn(Fact fact) {
        Many many = standing.get(fact.number());
        return many != null && fact != many.first && many.goesOn();
    }

    /** The worst end of the many hosts that an end stands for; empty for any other fact. */
    public Optional<Outcome> worst(Fact fact) {
        Many many = standing.get(fact.number());
        if (many == null || fact == many.first) {
            return Optional.empty();
        }
        return Stream.of(Outcome.FAILED, Outcome.UNKNOWN, Outcome.STOPPED)
                .filter(it -> many.byHost.containsValue(Optional.of(it)))
                .findFirst()
                .or(() -> Optional.of(Outcome.PASSED));
    }

    /** What a fact that stands for many says of them all; empty for any other. */
    public Optional<String> words(Fact fact) {
        return Optional.ofNullable(standing.get(fact.number())).map(it -> it.words(fact));
    }
}
