package dev.warroom.runbook;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rule: two headings that make the same id are told apart by a number, which moves with them. */
public final class SharedIds {

    private SharedIds() {}

    /** A warning for each runbook whose heading an earlier one has already. */
    public static List<Problem> in(Library library) {
        List<Problem> problems = new ArrayList<>();
        Set<String> earlier = new HashSet<>();
        for (Runbook runbook : library.runbooks()) {
            String id = Slug.of(runbook.title(), "runbook");
            if (!earlier.add(id) && !runbook.id().equals(id)) {
                problems.add(problem(runbook, id, runbook.id()));
            }
        }
        return problems;
    }

    static Problem problem(Runbook runbook, String id, String instead) {
        return Problem.warning(
                new Location(runbook.file(), runbook.line(), 0),
                "another runbook already has the id " + id + ", so this one is " + instead,
                "Give the two different headings; the id is made from the heading's words.");
    }
}
