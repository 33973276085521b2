package dev.warroom.runbook;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;

/**
 * Something in a block that looks wrong.
 *
 * @param line in the file, counted from 1
 * @param hint what to write instead
 */
record Finding(int line, String message, String hint) {

    Problem in(String file) {
        return Problem.warning(new Location(file, line, 0), message, hint);
    }
}
