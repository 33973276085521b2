package dev.warroom.room;

import dev.warroom.policy.Target;
import dev.warroom.policy.Targets;
import dev.warroom.runbook.Placeholder;
import dev.warroom.runbook.Step;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The variables that are set wherever a step runs: nobody is asked for them, and each host has its
 * own value.
 */
public final class SetThere {

    private SetThere() {}

    /** By {@code warroom.yaml}, on each host that {@code target} leads to. */
    public static Set<String> on(Targets targets, String target) {
        List<Target> hosts =
                targets.group(target)
                        .map(targets::members)
                        .orElseGet(() -> targets.named(target).stream().toList());
        Set<String> names = new HashSet<>();
        for (int i = 0; i < hosts.size(); i++) {
            Set<String> here = hosts.get(i).environment().keySet();
            if (i == 0) {
                names.addAll(here);
            } else {
                names.retainAll(here);
            }
        }
        return names;
    }

    /** Where {@code step} would run now, what was set by hand too. */
    public static Set<String> of(Room room, Step step) {
        if (step.placeholders().stream().noneMatch(it -> it.kind() == Placeholder.Kind.VARIABLE)) {
            return Set.of();
        }
        String target = Targeting.name(room, step);
        Set<String> names = on(room.policy().targets(), target);
        names.addAll(Carried.in(room, target).variables().keySet());
        return names;
    }
}
