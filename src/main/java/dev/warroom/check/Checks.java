package dev.warroom.check;

import dev.warroom.problem.Problem;
import dev.warroom.runbook.SharedIds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All rules that need no other program. Files are checked one after the other, and of each only
 * what others refer to is kept.
 */
public final class Checks {

    /** What reading finds by itself. */
    static final String READING = "reading";

    /** No two runbooks have the same heading. */
    static final String DUPLICATE_ID = "duplicate-id";

    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing((Finding it) -> it.problem().location().file())
                    .thenComparing(it -> it.problem().location().line())
                    .thenComparing(it -> it.problem().location().column());

    private final List<Rule> rules;
    private final SharedIds ids = new SharedIds();
    private final LinkRule links = new LinkRule();

    /**
     * @param walked the ids of the runbooks that were ever opened; empty where that is not known
     */
    public Checks(Optional<Set<String>> walked) {
        rules =
                List.of(
                        new DangerRule(),
                        new SqlRule(),
                        new TypographyRule(),
                        new PlaceholderRule(),
                        new OverlapRule(),
                        new EmptyHeadingRule(),
                        new EndlessRule(),
                        new NeverWalkedRule(walked));
    }

    /** What is found in the next file, by rule. */
    public List<Finding> in(Material material) {
        List<Finding> found = new ArrayList<>();
        add(found, READING, material.library().problems().stream());
        add(found, DUPLICATE_ID, ids.next(material.library()).stream());
        rules.forEach(rule -> add(found, rule.name(), rule.in(material)));
        add(found, LinkRule.NAME, links.in(material).stream());
        return found;
    }

    /**
     * What is found between the files, when all of them have been checked.
     *
     * @param exists whether a file that was not checked is there, by its name
     * @param others files of Markdown that may be called by their names, beside those that were
     *     checked; asked for where one of them may be meant
     * @param again reads a file that was checked once more; empty where it is gone
     */
    public List<Finding> across(
            Predicate<String> exists,
            Supplier<List<String>> others,
            Function<String, Optional<Material>> again) {
        List<Finding> found = new ArrayList<>();
        add(found, LinkRule.NAME, links.across(exists, others, again).stream());
        return found;
    }

    private static void add(List<Finding> found, String rule, Stream<Problem> problems) {
        problems.distinct().forEach(it -> found.add(new Finding(rule, it)));
    }

    /** By file, line and column. */
    public static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().sorted(BY_PLACE).toList();
    }

    /** The names of all rules, as {@code docs/checks.md} has them. */
    Stream<String> names() {
        return Stream.concat(
                Stream.of(READING, DUPLICATE_ID, LinkRule.NAME), rules.stream().map(Rule::name));
    }
}
