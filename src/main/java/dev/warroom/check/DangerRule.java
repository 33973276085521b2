package dev.warroom.check;

import dev.warroom.check.Material.Placed;
import dev.warroom.danger.Danger;
import dev.warroom.danger.Dangers;
import dev.warroom.problem.Problem;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What cannot be undone needs words beside it on what must hold afterwards, or on the way back. */
final class DangerRule implements Rule {

    private static final Pattern WAY_BACK =
            Pattern.compile(
                    "roll(?:s|ed|ing)?[ -]?back|\\bundo|\\brestor|\\brevert|back(?:ed)?[ -]?up"
                            + "|\\bexpect|\\bverif|\\bconfirm|\\bmake sure|\\bcheck that",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "danger-alone";
    }

    @Override
    public Stream<Problem> in(Material material) {
        return material.scripts()
                .filter(it -> !hasWayBack(it))
                .flatMap(
                        it ->
                                Dangers.in(Material.filled(it.step())).stream()
                                        .map(danger -> problem(material, it, danger)));
    }

    private static Problem problem(Material material, Placed placed, Danger danger) {
        return Problem.warning(
                material.at(placed, danger.line()),
                "\""
                        + Material.asWritten(danger.command(), placed.step())
                        + "\" is dangerous: "
                        + Material.asWritten(danger.why(), placed.step()),
                "Write beside it what must hold afterwards (\"**Expected:**\" and a list), or how"
                        + " to go back.");
    }

    private static boolean hasWayBack(Placed placed) {
        Section section = placed.section();
        if (!section.expectations().isEmpty() || !section.outcomes().isEmpty()) {
            return true;
        }
        List<String> words = new ArrayList<>(section.instructions());
        words.add(placed.runbook().title());
        words.add(section.title());
        for (Step step : section.steps()) {
            // What has no words of its own is called by its first command.
            if (step.script().lines().noneMatch(it -> it.strip().equals(step.title()))) {
                words.add(step.title());
            }
            words.addAll(step.instructions());
            step.script().lines().filter(Step::isComment).forEach(words::add);
        }
        return words.stream().anyMatch(it -> WAY_BACK.matcher(it).find());
    }
}
