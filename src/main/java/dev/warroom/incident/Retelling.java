package dev.warroom.incident;

import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Whether an event is about one of so many hosts that they are told together. */
    static boolean many(IncidentEvent event) {
        return event instanceof StepStarted start && Batch.many(start.batch());
    }

    /** Facts that were read. */
    public static Retelling of(List<Fact> facts) {
        return Facts.of(facts).told();
    }

    /**
     * @param any whether any of them is about one of many hosts
     */
    static Retelling of(List<Fact> facts, boolean any) {
        if (!any) {
            return new Retelling(facts, Map.of(), Set.of());
        }
        Map<String, Many> byBatch = new HashMap<>();
        Map<String, Many> byRun = new HashMap<>();
        Map<String, String> hosts = new HashMap<>();
        for (Fact fact : facts) {
            if (many(fact.event())) {
                StepStarted start = (StepStarted) fact.event();
                Many many = byBatch.computeIfAbsent(start.batch(), _ -> new Many(fact, start));
                many.byHost.put(start.target(), Optional.empty());
                byRun.put(start.run(), many);
                hosts.put(start.run(), start.target());
            } else if (fact.event() instanceof StepFinished end && byRun.containsKey(end.run())) {
                Many many = byRun.get(end.run());
                many.last = fact;
                many.byHost.put(hosts.get(end.run()), Optional.of(end.outcome()));
            }
        }
        Map<Long, Many> standing = new HashMap<>();
        byBatch.values().forEach(it -> standing.put(it.first.number(), it));
        byBatch.values().forEach(it -> standing.put(it.last.number(), it));
        List<Fact> told = new ArrayList<>();
        Set<Long> hidden = new HashSet<>();
        for (Fact fact : facts) {
            boolean one =
                    many(fact.event())
                            || fact.event() instanceof StepFinished end
                                    && byRun.containsKey(end.run());
            if (!one || standing.containsKey(fact.number())) {
                told.add(fact);
            } else {
                hidden.add(fact.number());
            }
        }
        return new Retelling(List.copyOf(told), standing, hidden);
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
