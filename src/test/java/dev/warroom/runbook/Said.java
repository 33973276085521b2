package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;

/** All that a library says, each line once: no ids, and nothing that repeats other lines. */
final class Said {

    private final List<String> lines = new ArrayList<>();

    private Said() {}

    static String by(Library library) {
        Said said = new Said();
        library.runbooks().forEach(said::runbook);
        for (Page page : library.pages()) {
            said.lines.add(page.title());
            if (!page.outline()) {
                said.lines.addAll(page.lines());
            }
        }
        return String.join("\n", said.lines);
    }

    private void runbook(Runbook it) {
        lines.add(it.title());
        lines.addAll(it.instructions());
        for (Section section : it.sections()) {
            lines.add(section.title());
            section.timeBox().ifPresent(box -> lines.add(box.words()));
            lines.addAll(section.instructions());
            section.items().forEach(this::item);
            lines.addAll(section.expectations());
        }
    }

    private void item(Item item) {
        switch (item) {
            case Step step -> step(step, "");
            case Choice choice ->
                    choice.options()
                            .forEach(
                                    option -> {
                                        lines.add(option.title());
                                        lines.addAll(option.instructions());
                                        option.steps().forEach(it -> step(it, option.title()));
                                    });
        }
    }

    /** Its title is left out where it is the option's, or its first command. */
    private void step(Step it, String option) {
        boolean named = it.script().lines().findFirst().filter(it.title()::equals).isPresent();
        if (!named && !it.title().equals(option)) {
            lines.add(it.title());
        }
        lines.addAll(it.instructions());
        lines.add(it.script());
    }
}
