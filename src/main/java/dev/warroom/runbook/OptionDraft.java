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

    Option build(String section, Ids ids) {
        String slug = Slug.of("option " + title.number() + " " + title.title(), "option");
        String id = ids.unique(section + "/" + slug);
        List<StepDraft> done =
                steps.isEmpty() ? List.of(new StepDraft(title.title(), line)) : steps;
        return new Option(
                id,
                title.number(),
                title.title(),
                line,
                instructions,
                done.stream().map(step -> step.build(section, ids)).toList());
    }
}
