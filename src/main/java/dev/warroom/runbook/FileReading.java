package dev.warroom.runbook;

import dev.warroom.problem.Problem;

import java.util.ArrayList;
import java.util.List;

/** One file, of which the outline is read; the whole is read from there on. */
final class FileReading {

    private final String file;
    private final Settings settings;
    private final List<Problem> problems;
    private final List<Block> blocks;
    private final Part top;
    private final Drafts drafts;
    private final Procedures procedures;

    FileReading(String file, String markdown) {
        SourceText source = SourceText.of(file, markdown);
        this.file = file;
        settings = source.settings();
        problems = new ArrayList<>(source.problems());
        blocks = MarkdownBlocks.of(file, source, problems);
        top = Part.outline(source.title().orElseGet(() -> name(file)), blocks);
        CodeReader codes = new CodeReader(file, Vocabulary.of(blocks), problems);
        drafts = new Drafts(codes);
        procedures = Procedures.in(top, file, settings, codes);
    }

    Library whole() {
        Links links = Links.of(file, blocks);
        SoFar soFar = new SoFar(settings, links);
        List<Runbook> runbooks = new ArrayList<>();
        for (RunbookDraft draft : procedures.runbooks()) {
            runbooks.add(draft.built(drafts, soFar));
        }
        List<Page> pages = new ArrayList<>();
        for (PageDraft draft : procedures.pages()) {
            pages.add(draft.built(drafts));
        }
        List<Heading> headings = Anchors.of(file, blocks);
        return library(
                runbooks,
                pages,
                new FileContents(file, links.all(), headings, Problems.within(problems)));
    }

    /**
     * @param later where the rest is looked for
     */
    Library outline(Whole later) {
        List<Runbook> runbooks = new ArrayList<>();
        for (RunbookDraft draft : procedures.runbooks()) {
            runbooks.add(draft.outlined(later));
        }
        List<Page> pages = new ArrayList<>();
        for (PageDraft draft : procedures.pages()) {
            pages.add(draft.outlined(later, pages.size()));
        }
        return library(runbooks, pages, later.contents());
    }

    private Library library(List<Runbook> runbooks, List<Page> pages, FileContents contents) {
        return new Library(
                runbooks,
                Problems.within(problems),
                drafts.templates(top, file, settings),
                pages,
                List.of(contents));
    }

    /** The file's name without folders and ending. */
    private static String name(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
