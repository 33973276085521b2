package dev.warroom.check;

import dev.warroom.problem.Problem;
import dev.warroom.runbook.SharedIds;

import java.util.stream.Stream;

/** Rule: no two runbooks have the same heading. */
final class DuplicateIdRule implements Rule {

    @Override
    public String name() {
        return "duplicate-id";
    }

    @Override
    public Stream<Problem> in(Material material) {
        return SharedIds.in(material.library()).stream();
    }
}
