package dev.warroom.runbook;

import dev.warroom.runbook.ShellUnit.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Rules that cut a shell block into steps: numbered comments first, then groups between blank lines
 * that each begin with a comment, then lines that each have a remark; else the block is one step.
 */
final class ShellSteps {

    /**
     * @param before what stands before the first step or option
     * @param steps of a block without options
     * @param options each with its steps
     */
    record Reading(List<String> before, List<StepDraft> steps, List<OptionDraft> options) {}

    private ShellSteps() {}

    /**
     * @param fallback a title for the first step where nothing in the block makes a good one; may
     *     be empty
     */
    static Reading read(List<ShellUnit> units, String fallback) {
        Predicate<ShellUnit> begins =
                Systems.areWays(units) ? Systems::isNamed : ShellSteps::isOption;
        List<List<ShellUnit>> parts = cutAt(units, begins);
        List<String> before = new ArrayList<>();
        List<StepDraft> steps = new ArrayList<>();
        List<OptionDraft> options = new ArrayList<>();
        for (List<ShellUnit> part : parts) {
            ShellUnit first = part.getFirst();
            if (begins.test(first)) {
                int next = options.size() + 1;
                String words = first.first();
                OptionTitle title =
                        OptionTitle.of(words)
                                .orElseGet(
                                        () -> new OptionTitle(next, Caption.withoutColon(words)));
                OptionDraft option = new OptionDraft(title, first.line());
                option.steps().addAll(ofOption(part, title.title()));
                options.add(option);
            } else {
                steps.addAll(steps(part, fallback, before));
            }
        }
        return new Reading(before, steps, options);
    }

    /** An option's first step bears its title, so a lone command needs no comment of its own. */
    private static List<StepDraft> ofOption(List<ShellUnit> part, String title) {
        List<ShellUnit> rest = part.subList(1, part.size());
        List<StepDraft> steps = new ArrayList<>();
        if (rest.stream().anyMatch(ShellSteps::isNumbered)) {
            List<String> before = new ArrayList<>();
            steps.addAll(steps(rest, title, before));
            steps.getFirst().introducedBy(before);
            return steps;
        }
        List<List<ShellUnit>> groups = groups(rest);
        int line = part.getFirst().line();
        if (groups.size() < 2 || !groups.stream().skip(1).allMatch(ShellSteps::startsWithComment)) {
            steps.add(new StepDraft(title, line).with(rest));
            return steps;
        }
        steps.add(new StepDraft(title, line).with(groups.getFirst()));
        steps.addAll(ofGroups(groups.subList(1, groups.size()), ""));
        return steps;
    }

    private static List<StepDraft> steps(
            List<ShellUnit> units, String fallback, List<String> before) {
        if (units.stream().anyMatch(ShellSteps::isNumbered)) {
            return numbered(units, before);
        }
        List<List<ShellUnit>> groups = groups(units);
        if (groups.isEmpty()) {
            return List.of();
        }
        if (groups.stream().allMatch(ShellSteps::startsWithComment)) {
            return ofGroups(groups, fallback);
        }
        if (Remarked.are(units)) {
            return units.stream()
                    .filter(unit -> unit.kind() == Kind.COMMAND)
                    .map(unit -> titled(List.of(unit), ""))
                    .toList();
        }
        return List.of(titled(units, fallback));
    }

    private static List<StepDraft> numbered(List<ShellUnit> units, List<String> before) {
        List<StepDraft> steps = new ArrayList<>();
        for (List<ShellUnit> part : cutAt(units, ShellSteps::isNumbered)) {
            ShellUnit first = part.getFirst();
            if (isNumbered(first)) {
                String title = Comment.numbered(first.first()).orElseThrow();
                steps.add(new StepDraft(title, first.line()).with(part.subList(1, part.size())));
            } else if (part.stream().anyMatch(unit -> unit.kind() == Kind.COMMAND)) {
                steps.addAll(steps(part, "", before));
            } else {
                part.forEach(unit -> before.addAll(words(unit)));
            }
        }
        return steps;
    }

    private static List<String> words(ShellUnit unit) {
        return switch (unit.kind()) {
            case SHOWN -> Prose.shown(unit.lines());
            case BLANK -> List.of();
            case COMMAND, COMMENT, NOTE -> unit.lines();
        };
    }

    private static List<StepDraft> ofGroups(List<List<ShellUnit>> groups, String fallback) {
        List<StepDraft> steps = new ArrayList<>();
        for (List<ShellUnit> group : groups) {
            boolean comments = group.stream().noneMatch(it -> it.kind() == Kind.COMMAND);
            String first = group.getFirst().first();
            boolean about = comments && (first.endsWith(":") || Expected.in(first).isPresent());
            if (about && !steps.isEmpty()) {
                steps.getLast().with(group);
            } else {
                steps.add(titled(group, steps.isEmpty() ? fallback : ""));
            }
        }
        return steps;
    }

    /**
     * One step, named by the first comment before its commands that says what to do, or by its
     * first command; a comment behind a command tells what comes of it.
     */
    private static StepDraft titled(List<ShellUnit> units, String fallback) {
        List<ShellUnit> comments =
                units.stream()
                        .takeWhile(it -> it.kind() != Kind.COMMAND)
                        .filter(it -> it.kind() == Kind.COMMENT)
                        .toList();
        ShellUnit naming =
                comments.stream()
                        .filter(it -> !Comment.isCondition(it.first()))
                        .findFirst()
                        .orElse(null);
        List<ShellUnit> rest = new ArrayList<>(units);
        String title = fallback;
        if (naming == null && fallback.isEmpty()) {
            naming = comments.isEmpty() ? null : comments.getFirst();
        }
        if (naming != null) {
            title = Caption.withoutColon(naming.first());
            rest.remove(naming);
        } else if (fallback.isEmpty()) {
            title = firstWords(units);
        }
        int line =
                units.stream()
                        .filter(it -> it.kind() != Kind.BLANK)
                        .mapToInt(ShellUnit::line)
                        .findFirst()
                        .orElse(1);
        return new StepDraft(title, line).with(rest);
    }

    private static String firstWords(List<ShellUnit> units) {
        return units.stream()
                .filter(it -> it.kind() == Kind.COMMAND)
                .findFirst()
                .or(() -> units.stream().filter(it -> it.kind() != Kind.BLANK).findFirst())
                .map(unit -> called(unit.first()))
                .orElse("");
    }

    /** A line of code as a title: one that goes on ends in "…", and a remark stands close to it. */
    static String called(String line) {
        String words = line.strip().replaceAll("\\s+", " ");
        return words.endsWith(" \\") ? words.substring(0, words.length() - 1) + "…" : words;
    }

    private static List<List<ShellUnit>> groups(List<ShellUnit> units) {
        List<List<ShellUnit>> groups = new ArrayList<>();
        boolean open = false;
        for (ShellUnit unit : units) {
            if (unit.kind() == Kind.BLANK) {
                open = false;
                continue;
            }
            if (!open) {
                groups.add(new ArrayList<>());
            }
            open = true;
            groups.getLast().add(unit);
        }
        return groups;
    }

    private static List<List<ShellUnit>> cutAt(List<ShellUnit> units, Predicate<ShellUnit> start) {
        List<List<ShellUnit>> parts = new ArrayList<>();
        for (ShellUnit unit : units) {
            if (parts.isEmpty() || start.test(unit)) {
                parts.add(new ArrayList<>());
            }
            parts.getLast().add(unit);
        }
        return parts;
    }

    private static boolean startsWithComment(List<ShellUnit> group) {
        return group.getFirst().kind() == Kind.COMMENT;
    }

    private static boolean isNumbered(ShellUnit unit) {
        return unit.kind() == Kind.COMMENT && Comment.numbered(unit.first()).isPresent();
    }

    private static boolean isOption(ShellUnit unit) {
        return unit.kind() == Kind.COMMENT && OptionTitle.of(unit.first()).isPresent();
    }
}
