package dev.warroom.check;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;
import dev.warroom.runbook.Link;

import java.util.Optional;
import java.util.stream.Stream;

/** A link to a file or a heading that is not there. Sites are not visited. */
final class LinkRule implements Rule {

    @Override
    public String name() {
        return "broken-link";
    }

    @Override
    public Stream<Problem> in(Material material) {
        return material.library().links().stream()
                .filter(it -> !it.isOutside() && !it.target().isBlank())
                .flatMap(it -> why(material, it).map(why -> problem(material, it, why)).stream());
    }

    private static Optional<String> why(Material material, Link link) {
        Optional<String> file = link.targetFile();
        if (file.isEmpty()) {
            return Optional.of("leads out of the folder");
        }
        if (!material.lines().containsKey(file.get())) {
            return material.exists().test(file.get())
                    ? Optional.empty()
                    : Optional.of("leads to " + file.get() + ", which is not there");
        }
        boolean top = link.anchor().isEmpty() || link.anchor().equals("top");
        boolean heading =
                material.library().headingsOf(file.get()).stream()
                        .anyMatch(it -> it.anchor().equalsIgnoreCase(link.anchor()));
        boolean marked =
                top
                        || heading
                        || material.lines().get(file.get()).stream()
                                .anyMatch(it -> it.contains("=\"" + link.anchor() + "\""));
        return marked
                ? Optional.empty()
                : Optional.of(
                        "leads to #" + link.anchor() + ", a heading that " + file.get() + " lacks");
    }

    /** The column of the link's target, counted from 1; 0 where it is not found. */
    private static int place(String line, Link link) {
        int whole = line.indexOf("](" + link.target());
        return (whole < 0 ? line.indexOf("](") : whole) + 1;
    }

    private static Problem problem(Material material, Link link, String why) {
        var lines = material.lines().get(link.file());
        int column = 0;
        if (lines != null && link.line() >= 1 && link.line() <= lines.size()) {
            column = place(lines.get(link.line() - 1), link);
        }
        return Problem.warning(
                new Location(link.file(), link.line(), Math.max(0, column)),
                "the link \"" + link.text().replaceAll("\\s+", " ") + "\" " + why,
                "Mend its target, " + link.target() + ".");
    }
}
