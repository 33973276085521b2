package dev.warroom.room;

import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Option;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;

import java.util.List;
import java.util.Optional;

/** The options of a runbook that were not tried yet. */
final class Options {

    private Options() {}

    /**
     * The first step of the option behind the one that was picked, or of the first option where
     * none was; empty where there is none to go on with.
     */
    static Optional<Step> next(Room room) {
        return room.checklist().runbook().stream()
                .flatMap(it -> it.sections().stream())
                .flatMap(it -> next(room, it).stream())
                .findFirst();
    }

    /** The same, of the options that stand in {@code section}. */
    static Optional<Step> next(Room room, Section section) {
        return section.items().stream()
                .filter(Choice.class::isInstance)
                .flatMap(it -> next(room, (Choice) it).stream())
                .findFirst();
    }

    private static Optional<Step> next(Room room, Choice choice) {
        List<Option> options = choice.options();
        int picked =
                room.incident()
                        .walk()
                        .pick(choice.id())
                        .map(it -> options.stream().map(Option::id).toList().indexOf(it.option()))
                        .orElse(-1);
        return options.subList(Math.min(picked + 1, options.size()), options.size()).stream()
                .flatMap(it -> it.steps().stream().limit(1))
                .findFirst();
    }
}
