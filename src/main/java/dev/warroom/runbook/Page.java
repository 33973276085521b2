package dev.warroom.runbook;

import java.util.List;

/**
 * A heading with text and no steps, outside of every runbook: severity levels, contacts, terms; or
 * one that stands over others, with their titles.
 *
 * @param title of the heading; the file's name for what stands before the first
 * @param file as the workspace names it
 * @param line of the heading, counted from 1
 * @param lines its text, a line each
 * @param mentions deadlines, criteria and the like that it holds
 * @param outline whether its lines are only the titles below it
 */
public record Page(
        String title,
        String file,
        int line,
        List<String> lines,
        Mentions mentions,
        boolean outline) {

    public Page {
        lines = PackedLines.of(lines);
    }
}
