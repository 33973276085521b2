package dev.warroom.runbook;

import java.util.List;

/**
 * Alternatives of which the operator picks.
 *
 * @param id unique in the library
 * @param line of the first option, counted from 1
 * @param options at least one
 */
public record Choice(String id, int line, List<Option> options) implements Item {

    public Choice {
        options = List.copyOf(options);
    }

    @Override
    public Choice on(String target) {
        return new Choice(id, line, options.stream().map(it -> it.on(target)).toList());
    }

    @Override
    public List<Step> steps() {
        return options.stream().flatMap(option -> option.steps().stream()).toList();
    }
}
