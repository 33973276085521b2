package dev.warroom.runbook;

import java.util.List;

/**
 * One of several ways: "Option 2: Rollback".
 *
 * @param id unique in the library
 * @param title without "Option 2:"
 * @param number as written, or its place counted from 1
 * @param line counted from 1
 * @param instructions prose, a line each
 * @param steps at least one; an option of words alone has one manual step
 */
public record Option(
        String id,
        int number,
        String title,
        int line,
        List<String> instructions,
        List<Step> steps) {

    public Option {
        instructions = List.copyOf(instructions);
        steps = List.copyOf(steps);
    }

    Option on(String target) {
        List<Step> there = steps.stream().map(it -> it.on(target)).toList();
        return new Option(id, number, title, line, instructions, there);
    }
}
