package dev.warroom.check;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;

import java.util.stream.Stream;

/** A runbook that nobody has opened yet, in an incident, a drill or for practice. */
final class NeverWalkedRule implements Rule {

    @Override
    public String name() {
        return "never-walked";
    }

    @Override
    public Stream<Problem> in(Material material) {
        return material.library().runbooks().stream()
                .filter(it -> material.walked().filter(ids -> !ids.contains(it.id())).isPresent())
                .map(
                        it ->
                                new Problem(
                                        Problem.Level.NOTE,
                                        new Location(it.file(), it.line(), 1),
                                        "\"" + it.title() + "\" was never walked here",
                                        "Walk it before it is needed: warroom walk " + it.id()));
    }
}
