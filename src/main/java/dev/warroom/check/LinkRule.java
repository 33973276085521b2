package dev.warroom.check;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;
import dev.warroom.runbook.Link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A link to a file or a heading that is not there. Sites are not visited. Where a link leads to
 * another file is looked up when all files are known.
 */
final class LinkRule {

    static final String NAME = "broken-link";

    /**
     * @param column of its target, counted from 1; 0 where that is not found
     */
    private record Placed(Link link, int column) {}

    private final Set<String> files = new HashSet<>();
    private final List<Placed> elsewhere = new ArrayList<>();

    /** What is wrong with the links of a file that lead nowhere else. */
    List<Problem> in(Material material) {
        List<Problem> problems = new ArrayList<>();
        files.add(material.file());
        Marks marks = new Marks(material);
        for (Link link : material.library().links()) {
            if (link.isOutside() || link.target().isBlank()) {
                continue;
            }
            Placed placed = new Placed(link, column(material.lines(), link));
            if (!link.names().isEmpty()) {
                elsewhere.add(placed);
                continue;
            }
            Optional<String> file = link.targetFile();
            if (file.isEmpty()) {
                problems.add(problem(placed, "leads out of the folder"));
            } else if (!file.get().equals(material.file())) {
                elsewhere.add(placed);
            } else if (!isTop(link) && !marks.have(link.anchor())) {
                problems.add(problem(placed, lacks(link, file.get())));
            }
        }
        return problems;
    }

    /**
     * What is wrong with the links from file to file.
     *
     * @param exists whether a file that is no runbook is there
     * @param others files of Markdown that may be called by their names, beside those that were
     *     checked; asked for where one of them may be meant
     * @param again reads a file that was checked once more; empty where it is gone
     */
    List<Problem> across(
            Predicate<String> exists,
            Supplier<List<String>> others,
            Function<String, Optional<Material>> again) {
        List<Problem> problems = new ArrayList<>();
        Map<String, List<Placed>> checked = new TreeMap<>();
        CalledPages pages = new CalledPages(files, others);
        for (Placed placed : elsewhere) {
            if (!placed.link().names().isEmpty()) {
                Optional<String> file = pages.behind(placed.link());
                if (file.isEmpty()) {
                    problems.add(unknown(placed));
                } else if (files.contains(file.get())) {
                    checked.computeIfAbsent(file.get(), _ -> new ArrayList<>()).add(placed);
                }
                continue;
            }
            List<String> names = placed.link().targetFiles();
            Optional<String> file = names.stream().filter(files::contains).findFirst();
            if (file.isPresent()) {
                checked.computeIfAbsent(file.get(), _ -> new ArrayList<>()).add(placed);
            } else if (names.stream().noneMatch(exists)) {
                problems.add(
                        problem(placed, "leads to " + names.getFirst() + ", which is not there"));
            }
        }
        checked.forEach((file, links) -> problems.addAll(headings(file, links, again)));
        return problems;
    }

    /** What is wrong with links to a file that was checked. */
    private static List<Problem> headings(
            String file, List<Placed> links, Function<String, Optional<Material>> again) {
        List<Placed> named = links.stream().filter(it -> !isTop(it.link())).toList();
        // Read once for all links to it, and not kept.
        Optional<Marks> marks =
                named.isEmpty() ? Optional.empty() : again.apply(file).map(Marks::new);
        return named.stream()
                .filter(it -> marks.filter(to -> has(to, it.link())).isEmpty())
                .map(it -> problem(it, lacks(it.link(), file)))
                .toList();
    }

    private static boolean has(Marks marks, Link link) {
        return link.names().isEmpty() ? marks.have(link.anchor()) : marks.haveCalled(link.anchor());
    }

    private static boolean isTop(Link link) {
        return link.anchor().isEmpty() || link.anchor().equals("top");
    }

    private static String lacks(Link link, String file) {
        return "leads to #" + link.anchor() + ", a heading that " + file + " lacks";
    }

    private static int column(List<String> lines, Link link) {
        if (link.line() < 1 || link.line() > lines.size()) {
            return 0;
        }
        String line = lines.get(link.line() - 1);
        if (!link.names().isEmpty()) {
            return line.indexOf(link.target()) + 1;
        }
        int whole = line.indexOf("](" + link.target());
        return (whole < 0 ? line.indexOf("](") : whole) + 1;
    }

    private static Problem unknown(Placed placed) {
        Link link = placed.link();
        return Problem.warning(
                new Location(link.file(), link.line(), placed.column()),
                "no file is called so: " + link.target(),
                "Mend the name, or write that page; case, blanks, dashes and underscores count the"
                        + " same.");
    }

    private static Problem problem(Placed placed, String why) {
        Link link = placed.link();
        String text = link.text().strip().replaceAll("\\s+", " ");
        return Problem.warning(
                new Location(link.file(), link.line(), placed.column()),
                (text.isEmpty() ? "a link without words " : "the link \"" + text + "\" ") + why,
                "Mend its target, " + link.target() + ".");
    }
}
