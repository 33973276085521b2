package dev.warroom.runbook;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rule: two headings that make the same id are told apart by a number, which moves with them. */
public final class SharedIds {

    private final Map<String, Location> earlier = new HashMap<>();

    /**
     * A warning for each runbook of the next library whose heading an earlier one has already, in
     * it or in one before it.
     */
    public List<Problem> next(Library library) {
        List<Problem> problems = new ArrayList<>();
        for (Runbook runbook : library.runbooks()) {
            String id = Slug.of(runbook.title(), "runbook");
            Location here = new Location(runbook.file(), runbook.line(), 0);
            Location other = earlier.putIfAbsent(id, here);
            if (other != null && !runbook.id().equals(id)) {
                problems.add(problem(here, other, id, runbook.id()));
            }
        }
        return problems;
    }

    private static Problem problem(Location here, Location other, String id, String instead) {
        return Problem.warning(
                here,
                "the runbook at "
                        + other
                        + " already has the id "
                        + id
                        + ", so this one is "
                        + instead,
                "Give the two different headings; the id is made from the heading's words.");
    }
}
