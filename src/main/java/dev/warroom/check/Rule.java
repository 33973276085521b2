package dev.warroom.check;

import dev.warroom.problem.Problem;

import java.util.stream.Stream;

/** One way for a runbook to be wrong. */
interface Rule {

    /** As {@code docs/checks.md} names it. */
    String name();

    Stream<Problem> in(Material material);
}
