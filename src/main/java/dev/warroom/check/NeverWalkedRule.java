package dev.warroom.check;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A runbook that nobody has opened yet, in an incident, a drill or for practice. */
final class NeverWalkedRule implements Rule {

    private final Optional<Set<String>> walked;

    /**
     * @param walked the ids of the runbooks that were ever opened; empty where that is not known
     */
    NeverWalkedRule(Optional<Set<String>> walked) {
        this.walked = walked;
    }

    @Override
    public String name() {
        return "never-walked";
    }

    @Override
    public Stream<Problem> in(Material material) {
        return material.library().runbooks().stream()
                .filter(it -> walked.filter(ids -> !ids.contains(it.id())).isPresent())
                .map(
                        it ->
                                new Problem(
                                        Problem.Level.NOTE,
                                        new Location(it.file(), it.line(), 1),
                                        "\"" + it.title() + "\" was never walked here",
                                        "Walk it before it is needed: warroom walk " + it.id()));
    }
}
