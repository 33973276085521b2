package dev.warroom.incident;

import dev.warroom.incident.IncidentEvent.ClockChanged;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

import java.time.Duration;
import java.time.Instant;

/**
 * How the clocks of machines were set while an incident went on. A fact keeps the time that its
 * machine's clock showed; how long something has taken is counted as if that clock had always been
 * as it is now.
 *
 * @param changes oldest first, each once
 */
public record ClockChanges(PVector<Change> changes) {

    /** No clock was set. */
    public static final ClockChanges NONE = new ClockChanges(TreePVector.empty());

    /** Of two changes that are closer than this, one is the other, told by another room. */
    private static final Duration SAME = Duration.ofSeconds(2);

    /**
     * @param fact the number of the fact that tells it
     */
    public record Change(long fact, ClockChanged event) {}

    /** These and a later one, where it was not told already. */
    public ClockChanges plus(Fact fact, ClockChanged event) {
        boolean known = !changes.isEmpty() && changes.getLast().fact() >= fact.number();
        return known || told(event)
                ? this
                : new ClockChanges(changes.plus(new Change(fact.number(), event)));
    }

    /** Whether another room on the same machine has told it. */
    boolean told(ClockChanged event) {
        return changes.stream()
                .map(Change::event)
                .filter(it -> it.host().equals(event.host()))
                .reduce((_, later) -> later)
                .map(it -> Duration.between(it.started(), event.started()).abs())
                .filter(it -> it.compareTo(SAME) < 0)
                .isPresent();
    }

    /** A fact, at the time that the clock of its machine as that is now would have shown. */
    Fact timed(Fact fact) {
        if (changes.isEmpty()) {
            return fact;
        }
        return new Fact(
                fact.number(), at(fact), fact.who(), fact.host(), fact.event(), fact.origin());
    }

    /** When a fact was, by the clock of its machine as that is now. */
    public Instant at(Fact fact) {
        Instant at = fact.at();
        for (Change change : changes) {
            if (change.fact() > fact.number() && change.event().host().equals(fact.host())) {
                at = at.plus(change.event().by());
            }
        }
        return at;
    }
}
