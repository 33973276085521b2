package dev.warroom.room;

import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.StepMoved;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Steps that something was done with, and that are found again in a changed runbook under another
 * heading or another title. Only where there is no doubt: one step is gone, and one that is like it
 * is new.
 */
final class MovedSteps {

    private MovedSteps() {}

    static List<StepMoved> between(Runbook before, Runbook after, Incident incident) {
        Set<String> old = ids(before);
        Set<String> now = ids(after);
        List<Step> gone = before.steps().stream().filter(it -> !now.contains(it.id())).toList();
        List<Step> fresh = after.steps().stream().filter(it -> !old.contains(it.id())).toList();
        List<StepMoved> moved = new ArrayList<>();
        for (Step step : gone) {
            if (!incident.steps().containsKey(step.id())) {
                continue;
            }
            List<Step> there = fresh.stream().filter(like(step)).toList();
            boolean alone = gone.stream().filter(like(step)).count() == 1;
            if (alone && there.size() == 1) {
                Step to = there.getFirst();
                moved.add(new StepMoved(step.id(), to.id(), to.title()));
            }
        }
        return moved;
    }

    /** A command is known by its script, what a person does by its title. */
    private static Predicate<Step> like(Step step) {
        return it ->
                it.kind() == step.kind()
                        && (step.kind() == Step.Kind.MANUAL
                                ? it.title().equals(step.title())
                                : it.script().equals(step.script()));
    }

    private static Set<String> ids(Runbook runbook) {
        return runbook.steps().stream().map(Step::id).collect(Collectors.toSet());
    }
}
