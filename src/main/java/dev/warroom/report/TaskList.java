package dev.warroom.report;

import dev.warroom.incident.Attempt;
import dev.warroom.incident.DurationWords;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.Incident;
import dev.warroom.incident.StepNote;
import dev.warroom.incident.StepRecord;
import dev.warroom.incident.StepState;
import dev.warroom.incident.WalkRecord;
import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Expectation;
import dev.warroom.runbook.Item;
import dev.warroom.runbook.Option;
import dev.warroom.runbook.OwnIds;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A runbook as a Markdown task list for a ticket, with what was done of it. */
public final class TaskList {

    private final Incident incident;
    private final OwnIds ids = new OwnIds();
    private final StringBuilder out = new StringBuilder();

    private TaskList(Incident incident) {
        this.incident = incident;
    }

    /**
     * @param incident {@link Incident#empty} where nothing was done yet
     */
    public static String of(Runbook runbook, Incident incident) {
        TaskList list = new TaskList(incident);
        list.line(0, "# " + Markdown.line(runbook.title()));
        list.line(0, "");
        list.words(runbook.instructions());
        runbook.steps().forEach(it -> list.ids.unique(it.id()));
        runbook.sections().forEach(list::section);
        return list.out.toString();
    }

    /**
     * What was done in an incident, and stands in none of the runbooks any more: their files may
     * have changed since. Empty where there is nothing such.
     *
     * @param steps the ids of those that the runbooks have
     */
    public static String gone(Incident incident, Set<String> steps) {
        TaskList list = new TaskList(incident);
        for (StepRecord record : incident.steps().values()) {
            boolean touched = record.state() != StepState.OPEN || !record.attempts().isEmpty();
            if (touched && !steps.contains(record.step())) {
                if (list.out.isEmpty()) {
                    list.line(0, "# Done, and in the runbooks no longer");
                    list.line(0, "");
                }
                list.gone(record);
            }
        }
        return list.out.toString();
    }

    private void gone(StepRecord record) {
        line(0, box(record.state().settled()) + Markdown.line(record.step()));
        said(2, record);
        ran(2, record, "");
    }

    private void section(Section section) {
        if (!section.title().isEmpty()) {
            String box = section.timeBox().map(it -> " (" + it.words() + ")").orElse("");
            line(0, "## " + Markdown.line(section.title() + box));
            line(0, "");
        }
        words(section.instructions());
        for (Item item : section.items()) {
            switch (item) {
                case Step it -> step(0, it);
                case Choice it -> choice(it);
            }
        }
        if (!section.outcomes().isEmpty()) {
            line(0, "");
            line(0, "Expected results:");
            line(0, "");
        }
        for (Expectation it : section.outcomes()) {
            expectation(0, section.id(), it.words());
        }
        line(0, "");
    }

    private void choice(Choice choice) {
        var pick = incident.walk().pick(choice.id());
        for (Option option : choice.options()) {
            boolean picked = pick.filter(it -> it.option().equals(option.id())).isPresent();
            line(
                    0,
                    box(picked)
                            + Markdown.line("Option " + option.number() + ": " + option.title()));
            if (picked) {
                WalkRecord.Pick it = pick.orElseThrow();
                line(2, "- Picked " + by(it.who(), it.at()) + why(it.reason()));
            }
            items(2, option.instructions());
            option.steps().forEach(it -> step(2, it));
        }
    }

    private void step(int indent, Step step) {
        StepRecord record = incident.step(step.id());
        String title = Markdown.line(step.title());
        // Settled, but nobody shall take it for done.
        String shown = record.state() == StepState.SKIPPED ? "~~" + title + "~~" : title;
        line(indent, box(record.state().settled()) + shown);
        items(indent + 2, step.instructions());
        said(indent + 2, record);
        if (!step.script().isBlank()) {
            script(indent + 2, step.script());
        }
        step.attributes().expect().ifPresent(it -> expectation(indent + 2, step.id(), it));
        ran(indent + 2, record, step.script());
    }

    /** What became of it, and what people had to say. */
    private void said(int indent, StepRecord record) {
        if (record.state() != StepState.OPEN) {
            String state = record.state().name().toLowerCase(Locale.ROOT);
            line(indent, "- " + state + " " + by(record.who(), record.at()) + why(record.reason()));
        }
        for (StepNote it : record.notes()) {
            line(indent, "- Note " + by(it.who(), it.at()) + why(it.text()));
        }
    }

    /**
     * Its runs.
     *
     * @param script what stands above already
     */
    private void ran(int indent, StepRecord record, String script) {
        for (Attempt it : record.attempts()) {
            String took = it.took().map(t -> ", took " + DurationWords.of(t)).orElse("");
            String ending = it.running() ? "still running" : FactWords.ending(it);
            line(
                    indent,
                    "- Run "
                            + by(it.who(), it.startedAt())
                            + " on "
                            + Markdown.line(it.target())
                            + ": "
                            + Markdown.line(ending)
                            + took
                            + why(it.detail()));
            if (!it.script().strip().equals(script.strip())) {
                script(indent + 2, it.script());
            }
        }
    }

    private void script(int indent, String script) {
        line(indent, "");
        out.append(Markdown.wholeScript(script).indent(indent));
        line(indent, "");
    }

    private void expectation(int indent, String of, String words) {
        var check = incident.walk().check(ids.expectation(of, words));
        boolean holds = check.filter(WalkRecord.Check::holds).isPresent();
        line(indent, box(holds) + Markdown.words(words));
        check.ifPresent(
                it ->
                        line(
                                indent + 2,
                                "- "
                                        + (it.holds() ? "Holds, " : "Does not hold, ")
                                        + (it.machine() ? "read from the output " : "says ")
                                        + by(it.who(), it.at())
                                        + why(it.evidence())));
    }

    private void words(List<String> lines) {
        out.append(Prose.of(lines, TaskList::paragraphs)).append(lines.isEmpty() ? "" : "\n");
    }

    private static String paragraphs(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            boolean goesOn = !lines.get(i).isBlank() && !next.isBlank();
            boolean listed = lines.get(i).startsWith("- ") || next.startsWith("- ");
            text.append(shown(lines.get(i))).append(goesOn && !listed ? "\\\n" : "\n");
        }
        return text.toString();
    }

    private void items(int indent, List<String> lines) {
        List<String> said = lines.stream().filter(it -> !it.isBlank()).toList();
        out.append(Prose.of(said, TaskList::bullets).indent(indent).replaceAll("(?m)^ +$", ""));
    }

    private static String bullets(List<String> lines) {
        return lines.stream()
                .map(it -> (it.startsWith("- ") ? shown(it) : "- " + Markdown.words(it)) + "\n")
                .collect(Collectors.joining());
    }

    /** A bullet stays one. */
    private static String shown(String line) {
        return line.startsWith("- ")
                ? "- " + Markdown.words(line.substring(2))
                : Markdown.words(line);
    }

    private static String box(boolean ticked) {
        return ticked ? "- [x] " : "- [ ] ";
    }

    private static String by(String who, java.time.Instant at) {
        return "by " + Markdown.line(who) + " at " + Times.utc(at) + " UTC";
    }

    private static String why(String text) {
        return text.isBlank() ? "" : ": " + Markdown.line(text);
    }

    private void line(int indent, String text) {
        out.append(text.isEmpty() ? "" : " ".repeat(indent) + text).append('\n');
    }
}
