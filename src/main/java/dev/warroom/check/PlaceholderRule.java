package dev.warroom.check;

import dev.warroom.check.Material.Placed;
import dev.warroom.problem.Problem;
import dev.warroom.runbook.Placeholder;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Something to fill whose name does not say with what. */
final class PlaceholderRule implements Rule {

    private static final Pattern SAYS_NOTHING =
            Pattern.compile(
                    "[^\\p{L}]*|\\p{L}|x{2,}|y{2,}|todo|tbd|fixme|foo|bar|baz|placeholder|value"
                            + "|something|changeme|string|here",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "unfillable-placeholder";
    }

    @Override
    public Stream<Problem> in(Material material) {
        Set<String> said = new HashSet<>();
        return material.scripts()
                .flatMap(
                        placed ->
                                placed.step().placeholders().stream()
                                        .filter(
                                                it ->
                                                        said.add(
                                                                placed.runbook().id()
                                                                        + " "
                                                                        + it.written()))
                                        .flatMap(it -> problem(material, placed, it).stream()));
    }

    private static Optional<Problem> problem(Material material, Placed placed, Placeholder it) {
        boolean known = placed.runbook().settings().suggestions().containsKey(it.name());
        return known || it.suggestion().isPresent() || !SAYS_NOTHING.matcher(it.name()).matches()
                ? Optional.empty()
                : Optional.of(
                        Problem.warning(
                                material.at(placed, line(placed, it)),
                                "nobody can know what to fill in for " + it.written(),
                                "Name what is wanted, such as <previous-version>, or suggest values"
                                        + " in the front matter."));
    }

    private static int line(Placed placed, Placeholder placeholder) {
        String before = placed.step().script().split(Pattern.quote(placeholder.written()), 2)[0];
        return (int) before.chars().filter(it -> it == '\n').count() + 1;
    }
}
