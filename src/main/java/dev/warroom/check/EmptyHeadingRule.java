package dev.warroom.check;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A heading with neither steps nor words below it: the part that somebody meant to write later. */
final class EmptyHeadingRule implements Rule {

    private static final Pattern HEADING = Pattern.compile("(#{1,6})[ \\t]+(\\S.*)");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(```+|~~~+).*");

    @Override
    public String name() {
        return "empty-heading";
    }

    @Override
    public Stream<Problem> in(Material material) {
        return in(material.file(), material.lines()).stream();
    }

    private static List<Problem> in(String file, List<String> lines) {
        List<Problem> problems = new ArrayList<>();
        String fence = "";
        int open = 0;
        int level = 0;
        String title = "";
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i) : "# end";
            Matcher mark = FENCE.matcher(line);
            Matcher heading = HEADING.matcher(line);
            if (i < lines.size() && mark.matches()) {
                fence = fence.isEmpty() ? mark.group(1) : closes(line, fence) ? "" : fence;
                open = 0;
            } else if (heading.matches() && (fence.isEmpty() || i == lines.size())) {
                int next = heading.group(1).length();
                if (open > 0 && next <= level) {
                    problems.add(problem(file, open, title));
                }
                open = i + 1;
                level = next;
                title = heading.group(2);
            } else if (!line.isBlank()) {
                open = 0;
            }
        }
        return problems;
    }

    private static boolean closes(String line, String fence) {
        String text = line.strip();
        return text.startsWith(fence) && text.chars().allMatch(it -> it == fence.charAt(0));
    }

    private static Problem problem(String file, int line, String title) {
        return Problem.warning(
                new Location(file, line, 1),
                "\"" + title + "\" has no steps and no words below it",
                "Write what to do there, or take the heading out.");
    }
}
