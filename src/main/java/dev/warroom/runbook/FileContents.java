package dev.warroom.runbook;

import dev.warroom.problem.Problem;

import java.util.List;

/**
 * What is in a file beside its runbooks and pages.
 *
 * @param file as the workspace names it
 * @param links in its words, in their order
 * @param headings which links may name, in their order
 * @param problems what looked wrong while all of it was read
 */
public record FileContents(
        String file, List<Link> links, List<Heading> headings, List<Problem> problems) {

    public FileContents {
        links = Later.copyOf(links);
        headings = Later.copyOf(headings);
        problems = Later.copyOf(problems);
    }
}
