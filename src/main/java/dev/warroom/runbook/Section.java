package dev.warroom.runbook;

import java.util.List;
import java.util.Optional;

/**
 * A part of a runbook: a heading below the runbook's, or a bold line that acts as one.
 *
 * @param id unique in the library; starts with the runbook's id
 * @param title without its time box; may be empty
 * @param line counted from 1
 * @param timeBox what "(5-15 minutes)" says
 * @param instructions prose, a line each
 * @param items steps and choices in the order of the file
 * @param expectations what must hold after the section's steps, a line each
 * @param outcomes the same, with the numbers that can be compared
 * @param mentions schedules, deadlines, criteria and the like that its words hold
 */
public record Section(
        String id,
        String title,
        int line,
        Optional<TimeBox> timeBox,
        List<String> instructions,
        List<Item> items,
        List<String> expectations,
        List<Expectation> outcomes,
        Mentions mentions) {

    public Section {
        instructions = List.copyOf(instructions);
        items = List.copyOf(items);
        expectations = List.copyOf(expectations);
        outcomes = Later.copyOf(outcomes);
    }

    /** Its steps, those of every option too. */
    public List<Step> steps() {
        return items.stream().flatMap(item -> item.steps().stream()).toList();
    }
}
