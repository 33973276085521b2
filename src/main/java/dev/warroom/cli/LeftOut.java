package dev.warroom.cli;

import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Item;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which steps are left to people where nobody sits before a screen. */
final class LeftOut {

    private LeftOut() {}

    /**
     * Why a step does not run; empty where it does.
     *
     * @param item that the step belongs to, or is
     */
    static Optional<String> why(Item item, Step step) {
        if (item instanceof Choice) {
            return Optional.of("an option: a person picks one");
        }
        return switch (step.kind()) {
            case MANUAL -> Optional.of("for a person");
            case STREAM -> Optional.of("it does not end by itself");
            case COMMAND -> why(step);
        };
    }

    private static Optional<String> why(Step step) {
        if (step.prepared()) {
            return Optional.of("it is only made ready: a person runs it when it is needed");
        }
        if (step.attributes().excludeFromRunAll()) {
            return Optional.of("excludeFromRunAll stands behind its fence");
        }
        if (step.attributes().interactive().orElse(false)) {
            return Optional.of("it wants a terminal of its own");
        }
        return step.shell().map(it -> "it is typed into the shell that \"" + it + "\" opens");
    }

    /** The steps of a runbook that are not left out, in their order. */
    static List<Step> others(Runbook runbook) {
        List<Step> others = new ArrayList<>();
        for (Section section : runbook.sections()) {
            for (Item item : section.items()) {
                item.steps().stream().filter(it -> why(item, it).isEmpty()).forEach(others::add);
            }
        }
        return others;
    }
}
