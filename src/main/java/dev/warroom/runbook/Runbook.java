package dev.warroom.runbook;

import dev.warroom.incident.Severity;

import java.util.List;
import java.util.Optional;

/**
 * One procedure under one heading of a Markdown file.
 *
 * @param id stable while the heading's words stay: {@code p1-critical-incident-response}
 * @param under the headings of the file that it stands below, the outermost first, with " › "
 *     between them; empty for none
 * @param file as the workspace names it, relative where it can be
 * @param line of the heading, counted from 1
 * @param severity what the title binds it to: "P1: …"
 * @param instructions prose between the heading and the first section, a line each
 * @param sections never empty; steps that stand before any section are in one with an empty title
 * @param settings what the file's front matter says
 * @param schedules when it is due every day
 * @param signposts what leads to it beside its title, in the order of the file
 */
public record Runbook(
        String id,
        String title,
        String under,
        String file,
        int line,
        Optional<Severity> severity,
        List<String> instructions,
        List<Section> sections,
        Settings settings,
        List<Mentions.Schedule> schedules,
        List<Signpost> signposts) {

    public Runbook {
        instructions = Later.copyOf(instructions);
        sections = Later.copyOf(sections);
        schedules = List.copyOf(schedules);
        signposts = Signposts.of(signposts);
    }

    /** Whether {@code next}, the one behind it, goes on with what it is about. */
    boolean leadsOnTo(Runbook next) {
        return next.file().equals(file)
                && next.severity().isEmpty()
                && (next.under().equals(under) || next.under().equals(below()));
    }

    /** What stands right below it stands under these headings. */
    private String below() {
        return under.isEmpty() ? title.strip() : under + Procedures.BELOW + title.strip();
    }

    /** All steps, those of every option too, in the order of the file. */
    public List<Step> steps() {
        return sections.stream().flatMap(section -> section.steps().stream()).toList();
    }

    /** The same with its sections, whatever becomes of its file. */
    public Runbook opened() {
        return new Runbook(
                id,
                title,
                under,
                file,
                line,
                severity,
                List.copyOf(instructions),
                List.copyOf(sections),
                settings,
                schedules,
                signposts);
    }

    public Optional<Step> step(String id) {
        return steps().stream().filter(step -> step.id().equals(id)).findFirst();
    }
}
