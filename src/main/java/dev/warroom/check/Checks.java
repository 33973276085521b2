package dev.warroom.check;

import dev.warroom.problem.Problem;
import dev.warroom.runbook.SharedIds;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All rules that need no other program. */
public final class Checks {

    /** What reading finds by itself. */
    static final String READING = "reading";

    static final List<Rule> RULES =
            List.of(
                    new DangerRule(),
                    new SqlRule(),
                    new PlaceholderRule(),
                    new OverlapRule(),
                    new LinkRule(),
                    new DuplicateIdRule(),
                    new EmptyHeadingRule(),
                    new EndlessRule(),
                    new NeverWalkedRule());

    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing((Finding it) -> it.problem().location().file())
                    .thenComparing(it -> it.problem().location().line())
                    .thenComparing(it -> it.problem().location().column());

    private Checks() {}

    /** All that is found, by file, line and column. */
    public static List<Finding> in(Material material) {
        // What the reader says of shared ids is found by a rule of its own, in one file as well.
        List<Problem> shared = SharedIds.in(material.library());
        Stream<Finding> reading =
                material.library().problems().stream()
                        .filter(it -> !shared.contains(it))
                        .map(Checks::read);
        Stream<Finding> rules =
                RULES.stream()
                        .flatMap(
                                rule ->
                                        rule.in(material)
                                                .distinct()
                                                .map(it -> new Finding(rule.name(), it)));
        return sorted(Stream.concat(reading, rules));
    }

    /** By file, line and column. */
    public static List<Finding> sorted(Stream<Finding> findings) {
        return findings.sorted(BY_PLACE).toList();
    }

    private static Finding read(Problem problem) {
        return new Finding(READING, problem);
    }
}
