package dev.warroom.check;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.TimeBox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A phase that begins before the one above it ends. */
final class OverlapRule implements Rule {

    @Override
    public String name() {
        return "overlapping-phases";
    }

    @Override
    public Stream<Problem> in(Material material) {
        return material.library().runbooks().stream().flatMap(it -> in(it).stream());
    }

    private static List<Problem> in(Runbook runbook) {
        List<Section> phases =
                runbook.sections().stream()
                        .filter(it -> it.timeBox().filter(OverlapRule::isRange).isPresent())
                        .toList();
        List<Problem> problems = new ArrayList<>();
        for (int i = 1; i < phases.size(); i++) {
            Section before = phases.get(i - 1);
            Section phase = phases.get(i);
            TimeBox box = phase.timeBox().orElseThrow();
            TimeBox earlier = before.timeBox().orElseThrow();
            if (box.from().compareTo(earlier.to()) < 0) {
                problems.add(
                        Problem.warning(
                                new Location(runbook.file(), phase.line(), 1),
                                "\""
                                        + phase.title()
                                        + "\" ("
                                        + box.words()
                                        + ") begins before \""
                                        + before.title()
                                        + "\" ("
                                        + earlier.words()
                                        + ") ends",
                                "Let each phase begin when the one above it ends."));
            }
        }
        return problems;
    }

    /** "5-15 minutes" stands in an incident; "30 minutes" only says how long. */
    private static boolean isRange(TimeBox box) {
        return box.words().matches(".*\\d.*(?:[-–—]|\\bto\\b).*\\d.*");
    }
}
