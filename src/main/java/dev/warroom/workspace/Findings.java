package dev.warroom.workspace;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;
import dev.warroom.problem.ProblemsException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems found so far, up to a limit. */
final class Findings {

    /** More than this nobody mends in one go. */
    static final int MOST = 200;

    private final List<Problem> problems = new ArrayList<>();
    private int left;

    void error(Location at, String message, String hint) {
        add(Problem.error(at, message, hint));
    }

    void add(Problem problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        } else {
            left++;
        }
    }

    void addAll(List<Problem> more) {
        more.forEach(this::add);
    }

    boolean none() {
        return problems.isEmpty();
    }

    /** Where anything was found, throws all of it, in the order in which it stands. */
    void throwAny() {
        if (none()) {
            return;
        }
        problems.sort(
                Comparator.comparing((Problem it) -> it.location().file())
                        .thenComparing(it -> it.location().line())
                        .thenComparing(it -> it.location().column()));
        if (left > 0) {
            Location file = Location.of(problems.getFirst().location().file());
            problems.add(Problem.error(file, left + " more problems", "Mend those above first."));
        }
        throw new ProblemsException(problems);
    }
}
