package dev.warroom.runbook;

import java.util.ArrayList;
import java.util.List;

/**
 * A runbook of which only the outline is read.
 *
 * @param id unique in its file
 * @param under the headings that it stands below; empty for none
 * @param parts the first is its own heading; the others stand below it
 * @param above what leads to it from headings without steps that stand above it
 */
record RunbookDraft(
        String id,
        String under,
        String file,
        Settings settings,
        List<Piece> parts,
        List<Signpost> above) {

    /**
     * A part of it.
     *
     * @param text whether its bullets are words and not steps
     */
    record Piece(Part part, PartOutline outline, boolean text) {}

    /**
     * Without its steps.
     *
     * @param whole where they are looked for
     */
    Runbook outlined(Whole whole) {
        return with(whole.instructions(id), whole.sections(id));
    }

    /** With everything. */
    Runbook built(Drafts drafts, SoFar soFar) {
        List<SectionDraft> sections = new ArrayList<>();
        for (Piece it : parts) {
            for (SectionDraft section : drafts.of(it.part()).sections()) {
                sections.add(it.text() ? section.asText() : section);
            }
        }
        SectionDraft first = sections.getFirst();
        Part own = parts.getFirst().part();
        soFar.links().give(id, own.title(), own.line(), first.introduction());
        List<Section> built = new ArrayList<>();
        if (first.hasMoreThanWords()) {
            built.add(first.unnamed().build(id, soFar, true));
        }
        for (SectionDraft section : sections.subList(1, sections.size())) {
            built.add(section.build(id, soFar, false));
        }
        return with(first.introduction(), built);
    }

    private Runbook with(List<String> instructions, List<Section> sections) {
        Part own = parts.getFirst().part();
        List<Signpost> signposts = new ArrayList<>();
        List<Mentions.Schedule> schedules = new ArrayList<>();
        for (Piece it : parts) {
            if (it.part() != own) {
                String title = it.outline().titled().title();
                signposts.add(new Signpost(Signpost.Kind.SECTION, Caption.withoutColon(title)));
            }
            signposts.addAll(it.outline().signposts());
            schedules.addAll(it.outline().schedules());
        }
        signposts.addAll(above);
        return new Runbook(
                id,
                own.title(),
                under,
                file,
                own.line(),
                SeverityRule.of(own.title()),
                instructions,
                sections,
                settings,
                schedules,
                signposts);
    }
}
