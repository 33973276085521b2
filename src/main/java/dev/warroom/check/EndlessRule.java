package dev.warroom.check;

import dev.warroom.check.Material.Placed;
import dev.warroom.problem.Problem;
import dev.warroom.runbook.ScriptParts;
import dev.warroom.runbook.Step;

import java.util.stream.Stream;

/**
 * A step that goes on until somebody stops it, at its last command; worth knowing, and often meant.
 */
final class EndlessRule implements Rule {

    @Override
    public String name() {
        return "endless-step";
    }

    @Override
    public Stream<Problem> in(Material material) {
        return material.scripts()
                .filter(it -> it.step().kind() == Step.Kind.STREAM)
                .filter(it -> it.step().attributes().timeout().isEmpty())
                .map(it -> problem(material, it));
    }

    private static Problem problem(Material material, Placed placed) {
        return new Problem(
                Problem.Level.NOTE,
                material.at(placed, ScriptParts.of(placed.step().script()).getLast().from()),
                "the step \"" + placed.step().title() + "\" never ends by itself",
                "Nothing, if it is to be watched; else bound it: timeout 60 …, ping -c 3, or the"
                        + " attribute timeout.");
    }
}
