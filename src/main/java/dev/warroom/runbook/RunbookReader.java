package dev.warroom.runbook;

import dev.warroom.problem.Problem;

import java.util.ArrayList;
import java.util.List;

/** Reads ordinary Markdown, written for people, as runbooks. */
public final class RunbookReader {

    private RunbookReader() {}

    /**
     * Reads one file's text. Any text gives a library; what could not be read as meant is among its
     * problems, each with its place.
     *
     * @param file as the workspace names it; stands in problems, and names steps that have no
     *     heading above them
     * @param markdown the whole text, with line ends of any kind
     */
    public static Library read(String file, String markdown) {
        SourceText source = SourceText.of(file, markdown);
        List<Problem> problems = new ArrayList<>(source.problems());
        List<Block> blocks = MarkdownBlocks.of(file, source, problems);
        Part outline = Part.outline(name(file), blocks);
        Library found =
                new Procedures(
                                file,
                                source.settings(),
                                Vocabulary.of(blocks),
                                Links.of(file, blocks),
                                problems)
                        .in(outline);
        return new Library(
                found.runbooks(),
                Problems.within(problems),
                found.templates(),
                found.pages(),
                found.links(),
                Anchors.of(file, blocks));
    }

    /** The file's name without folders and ending. */
    private static String name(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
