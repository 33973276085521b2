package dev.warroom.room;

import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Item;
import dev.warroom.runbook.Option;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.util.ArrayList;
import java.util.List;

/** A runbook as plain lines, all that is in it and nothing about its walk. */
final class RunbookLines {

    private final List<String> lines = new ArrayList<>();

    private RunbookLines() {}

    static List<String> of(Runbook runbook) {
        RunbookLines all = new RunbookLines();
        all.lines.add(runbook.title());
        all.lines.addAll(runbook.instructions());
        runbook.sections().forEach(all::section);
        return all.lines;
    }

    private void section(Section section) {
        if (!section.title().isEmpty()) {
            lines.add(
                    section.title()
                            + section.timeBox().map(it -> " (" + it.words() + ")").orElse(""));
        }
        lines.addAll(section.instructions());
        for (Item item : section.items()) {
            switch (item) {
                case Step step -> step(step);
                case Choice choice -> choice.options().forEach(this::option);
            }
        }
        section.expectations().forEach(it -> lines.add("expected: " + it));
    }

    private void option(Option option) {
        lines.add("Option " + option.number() + ": " + option.title());
        lines.addAll(option.instructions());
        option.steps().forEach(this::step);
    }

    private void step(Step step) {
        lines.add(step.title());
        step.instructions().forEach(it -> lines.add("  " + it));
        step.script().lines().forEach(it -> lines.add((Step.isComment(it) ? "  " : "  $ ") + it));
    }
}
