package dev.warroom.cli;

import dev.warroom.danger.Danger;
import dev.warroom.danger.Dangers;
import dev.warroom.policy.Target;
import dev.warroom.policy.TargetGroup;
import dev.warroom.policy.Targets;
import dev.warroom.room.Script;
import dev.warroom.room.SetThere;
import dev.warroom.runbook.Item;
import dev.warroom.runbook.Placeholder;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;
import dev.warroom.text.Masking;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What {@link Walk} would run, without running or recording anything.
 *
 * @param values of placeholders, by name
 * @param folder where it would run
 * @param targets of the workspace
 * @param target where steps would run that name no target; empty where the runbook says, or here
 * @param masking takes secrets out of what is shown
 */
record DryWalk(
        Runbook runbook,
        Map<String, String> values,
        Path folder,
        Targets targets,
        Optional<String> target,
        Masking masking) {

    /**
     * Goes through the steps in order.
     *
     * @param keepGoing whether a step that lacks a value does not end it
     * @param before told of each step
     * @param lines told what would run, and what is dangerous in it
     * @param after told what would become of each
     * @return whether every command step has its values
     */
    boolean steps(
            boolean keepGoing,
            Consumer<Step> before,
            Consumer<String> lines,
            Consumer<StepResult> after) {
        boolean well = true;
        for (Section section : runbook.sections()) {
            for (Item item : section.items()) {
                for (Step step : item.steps()) {
                    before.accept(step);
                    StepResult result =
                            LeftOut.why(item, step)
                                    .map(why -> StepResult.skipped(step, why))
                                    .orElseGet(() -> step(step, lines));
                    after.accept(result);
                    well &= result.state() != StepResult.State.FAILED;
                    if (!well && !keepGoing) {
                        return false;
                    }
                }
            }
        }
        return well;
    }

    private StepResult step(Step step, Consumer<String> lines) {
        String name = Walk.target(runbook, step, target);
        Optional<Placeholder> missing = Script.missing(step, values, SetThere.on(targets, name));
        return missing.isPresent()
                ? Walk.blocked(step, missing.get())
                : shown(step, Script.filled(step, values), lines);
    }

    private StepResult shown(Step step, String script, Consumer<String> lines) {
        if (!script.equals(step.script())) {
            lines.accept("with its values:");
            masking.masked(script).lines().forEach(it -> lines.accept("$ " + it));
        }
        Dangers.in(script).stream().map(Danger::words).map(masking::masked).forEach(lines);
        return StepResult.skipped(step, "a dry run; it would run " + place(step));
    }

    private String place(Step step) {
        String name = Walk.target(runbook, step, target);
        return targets.group(name)
                .map(TargetGroup::members)
                .map(it -> "on " + it.size() + " hosts of " + name + ": " + String.join(" ", it))
                .orElseGet(() -> name.equals(Target.LOCAL) ? "in " + folder : "on " + name);
    }
}
