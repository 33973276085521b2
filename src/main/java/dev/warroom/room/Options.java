package dev.warroom.room;

import dev.warroom.runbook.Choice;
import dev.warroom.runbook.Item;
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
        for (Section section :
                room.checklist().runbook().map(it -> it.sections()).orElse(List.of())) {
            for (Item item : section.items()) {
                if (item instanceof Choice choice) {
                    Optional<Step> next = next(room, choice);
                    if (next.isPresent()) {
                        return next;
                    }
                }
            }
        }
        return Optional.empty();
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
