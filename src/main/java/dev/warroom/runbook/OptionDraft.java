package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;

/**
 * One option while it is being read.
 *
 * @param instructions and {@code steps} grow while the file is read
 */
record OptionDraft(OptionTitle title, int line, List<String> instructions, List<StepDraft> steps) {

    OptionDraft(OptionTitle title, int line) {
        this(title, line, new ArrayList<>(), new ArrayList<>());
    }

    Option build(String section, SoFar soFar) {
        String slug = Slug.of("option " + title.number() + " " + title.title(), "option");
        String id = soFar.ids().unique(section + "/" + slug);
        soFar.links().give(id, title.title(), line, instructions);
        List<StepDraft> done =
                steps.isEmpty() ? List.of(new StepDraft(title.title(), line)) : steps;
        return new Option(
                id,
                title.number(),
                title.title(),
                line,
                instructions,
                done.stream().flatMap(step -> step.build(section, soFar).stream()).toList());
    }
}
