package dev.warroom.runbook;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rule: at most a hundred problems of a file are told, in the order of its lines. */
final class Problems {

    private static final int MOST = 100;

    private Problems() {}

    static List<Problem> within(List<Problem> problems) {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt(problem -> problem.location().line()));
        if (sorted.size() <= MOST) {
            return sorted;
        }
        List<Problem> told = new ArrayList<>(sorted.subList(0, MOST));
        String file = sorted.getFirst().location().file();
        told.add(
                Problem.warning(
                        Location.of(file),
                        (sorted.size() - MOST) + " more problems are not listed",
                        "Mend those above first."));
        return told;
    }
}
