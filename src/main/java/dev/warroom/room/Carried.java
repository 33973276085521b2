package dev.warroom.room;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.incident.IncidentEvent.StepFinished;
import dev.warroom.incident.IncidentEvent.StepStarted;
import dev.warroom.incident.IncidentEvent.VariableSet;
import dev.warroom.incident.IncidentEvent.VariablesReset;
import dev.warroom.incident.Outcome;
import dev.warroom.text.Masking;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run goes on with: folder and exported variables of the run before it, of the same runbook
 * on the same target, and what was set by hand.
 *
 * @param run the run whose folder and variables it goes on with; empty where it begins afresh
 * @param resumes whether it is the rest of that run's script, and so has all else it had
 * @param variables set by hand, by name
 */
public record Carried(Optional<String> run, boolean resumes, Map<String, String> variables) {

    /** Nothing is carried on. */
    public static final Carried NOTHING = new Carried(Optional.empty(), false, Map.of());

    public Carried {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** What a step of the runbook that is open goes on with on the target of this name. */
    static Carried in(Room room, String target) {
        return in(room, target, target);
    }

    /**
     * @param target the host, of which the runs are
     * @param group by which it is reached, or the host's name again: what was set by hand for the
     *     group counts too
     */
    static Carried in(Room room, String target, String group) {
        return room.checklist()
                .runbook()
                .map(it -> in(room.incident(), room.secrecy(), it.id(), target, group))
                .orElse(NOTHING);
    }

    /** The rest of the script of {@code run}. */
    Carried resuming(String before) {
        return new Carried(Optional.of(before), true, variables);
    }

    private static Carried in(
            Incident incident, Secrecy secrecy, String runbook, String target, String group) {
        Map<String, String> set = new LinkedHashMap<>();
        Optional<String> run = Optional.empty();
        Set<String> started = new HashSet<>();
        boolean ours = false;
        Iterable<Fact> facts =
                incident.facts()
                                .only(
                                        RunbookOpened.class,
                                        StepStarted.class,
                                        StepFinished.class,
                                        VariableSet.class,
                                        VariablesReset.class)
                        ::iterator;
        for (Fact fact : facts) {
            switch (fact.event()) {
                case RunbookOpened it -> ours = it.runbook().equals(runbook);
                case StepStarted it -> {
                    if (ours && it.target().equals(target)) {
                        started.add(it.run());
                    }
                }
                case StepFinished it ->
                        run = started.contains(it.run()) && left(it) ? Optional.of(it.run()) : run;
                case VariableSet it when is(it.runbook(), it.target(), runbook, target, group) ->
                        set.put(it.name(), value(secrecy, it));
                case VariablesReset it
                        when is(it.runbook(), it.target(), runbook, target, group) -> {
                    set.clear();
                    started.clear();
                    run = Optional.empty();
                }
                default -> {}
            }
        }
        return new Carried(run, false, set);
    }

    /** What was stopped, or never began, leaves nothing that a later step could count on. */
    private static boolean left(StepFinished end) {
        return end.outcome() == Outcome.PASSED
                || end.outcome() == Outcome.FAILED && end.exit().isPresent();
    }

    private static boolean is(
            String runbook, String target, String wanted, String there, String group) {
        return runbook.equals(wanted) && (target.equals(there) || target.equals(group));
    }

    private static String value(Secrecy secrecy, VariableSet set) {
        return set.value().equals(Masking.MASK)
                ? secrecy.values().getOrDefault(set.name(), set.value())
                : set.value();
    }
}
