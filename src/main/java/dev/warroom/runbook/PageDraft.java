package dev.warroom.runbook;

import java.util.List;

/**
 * A page of which only the outline is read.
 *
 * @param lines its text, a line each
 * @param outline whether its lines are only the titles below it
 */
record PageDraft(Part part, String file, List<String> lines, boolean outline) {

    /**
     * Without looking for what it mentions.
     *
     * @param place among the pages of the file, counted from 0
     */
    Page outlined(Whole whole, int place) {
        return with(Mentions.later(() -> whole.mentions(place)));
    }

    /** With everything. */
    Page built(Drafts drafts) {
        Mentions mentions = Mentions.NONE;
        for (SectionDraft section : drafts.of(part).sections()) {
            mentions = mentions.and(section.mentions());
        }
        return with(mentions);
    }

    private Page with(Mentions mentions) {
        return new Page(part.title(), file, part.line(), lines, mentions, outline);
    }
}
