package dev.warroom.check;

import dev.warroom.problem.Problem;

/**
 * A problem, and the rule that found it.
 *
 * @param rule its name in {@code docs/checks.md}: {@code broken-link}
 */
public record Finding(String rule, Problem problem) {

    /** Whether somebody has to do something; a note only wants to be known. */
    public boolean counts() {
        return problem.level() != Problem.Level.NOTE;
    }
}
