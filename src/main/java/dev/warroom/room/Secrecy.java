package dev.warroom.room;

import dev.warroom.incident.EventText;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.WalkRecord;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Secrets;
import dev.warroom.policy.Target;
import dev.warroom.text.Masking;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

import java.util.ArrayList;
import java.util.List;

/**
 * What the room knows and does not show. A secret value is in this room's memory only: the journal
 * has a mask in its place, and whoever opens the incident again is asked for it again.
 *
 * @param values of placeholders whose names look secret, by name
 */
public record Secrecy(Secrets policy, PMap<String, String> values, Masking masking) {

    static Secrecy of(Policy rules) {
        Secrets policy = rules.secrets();
        for (Target target : rules.targets().hosts()) {
            policy = policy.knowing(target.environment());
        }
        return new Secrecy(policy, HashTreePMap.empty(), policy.masking());
    }

    /** Whether a placeholder of this name holds a secret. */
    public boolean named(String name) {
        return policy.named(name);
    }

    Secrecy knowing(String name, String value) {
        return new Secrecy(
                policy, values.plus(name, value), masking.knowing(Script.written(value)));
    }

    /** Knows of values whose names nobody has told here. */
    Secrecy knowing(List<String> more) {
        return new Secrecy(policy, values, masking.knowing(more));
    }

    /** What of the values that were typed here stands in what is about to run. */
    List<String> within(Launch launch) {
        List<String> texts = new ArrayList<>(launch.environment().values());
        texts.add(launch.script());
        return values.values().stream()
                .flatMap(it -> Script.written(it).stream())
                .filter(it -> !it.isBlank() && texts.stream().anyMatch(text -> text.contains(it)))
                .distinct()
                .sorted()
                .toList();
    }

    /** What may be shown of {@code text}. */
    public String masked(String text) {
        return masking.masked(text);
    }

    /** What may be shown of lines of an output. */
    List<String> maskedLines(List<String> lines) {
        return lines.stream().map(masking::maskedLine).toList();
    }

    /** What may be shown of what a probe has found. */
    Reading masked(Reading reading) {
        return new Reading(
                reading.probe(),
                reading.health(),
                reading.at(),
                reading.took(),
                masked(reading.detail()),
                reading.metrics(),
                maskedLines(reading.output()),
                reading.timing());
    }

    /**
     * The walk with the values that are not in the journal; those nobody knows here are missing.
     */
    public WalkRecord knownIn(WalkRecord walk) {
        PMap<String, String> known = walk.values();
        for (String name : walk.values().keySet()) {
            if (walk.values().get(name).equals(Masking.MASK)) {
                known = known.minus(name);
            }
        }
        return walk.withValues(known.plusAll(values));
    }

    /** What may be written down. */
    private IncidentEvent masked(IncidentEvent event) {
        return EventText.changed(event, masking::masked);
    }

    /** What is asked of the outside, with no secret in what is to be written down. */
    Next masked(Next next) {
        boolean writes =
                next.effects().stream()
                        .anyMatch(
                                it ->
                                        it instanceof Effect.Record
                                                || it instanceof Effect.CreateJournal);
        return writes
                ? new Next(next.room(), next.effects().stream().map(this::masked).toList())
                : next;
    }

    private Effect masked(Effect effect) {
        return switch (effect) {
            case Effect.Record(IncidentEvent event) -> new Effect.Record(masked(event));
            case Effect.CreateJournal(List<IncidentEvent> events) ->
                    new Effect.CreateJournal(events.stream().map(this::masked).toList());
            case Effect other -> other;
        };
    }
}
