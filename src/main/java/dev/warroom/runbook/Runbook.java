package dev.warroom.runbook;

import dev.warroom.incident.Severity;

import java.util.List;
import java.util.Optional;

/**
 * One procedure under one heading of a Markdown file.
 *
 * @param id stable while the heading's words stay: {@code p1-critical-incident-response}
 * @param file as the workspace names it, relative where it can be
 * @param line of the heading, counted from 1
 * @param severity what the title binds it to: "P1: …"
 * @param instructions prose between the heading and the first section, a line each
 * @param sections never empty; steps that stand before any section are in one with an empty title
 * @param settings what the file's front matter says
 * @param mentions schedules, deadlines, criteria and symptoms of the whole runbook
 */
public record Runbook(
        String id,
        String title,
        String file,
        int line,
        Optional<Severity> severity,
        List<String> instructions,
        List<Section> sections,
        Settings settings,
        Mentions mentions) {

    public Runbook {
        instructions = List.copyOf(instructions);
        sections = List.copyOf(sections);
    }

    /** All steps, those of every option too, in the order of the file. */
    public List<Step> steps() {
        return sections.stream().flatMap(section -> section.steps().stream()).toList();
    }

    public Optional<Step> step(String id) {
        return steps().stream().filter(step -> step.id().equals(id)).findFirst();
    }
}
