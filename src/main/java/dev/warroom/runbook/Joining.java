package dev.warroom.runbook;

import dev.warroom.problem.Problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the ids of libraries apart, one after the other, so that none need be kept for it. */
public final class Joining {

    private final Ids ids = new Ids();

    static Library of(List<Library> libraries) {
        Joining joining = new Joining();
        List<Runbook> runbooks = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Template> templates = new ArrayList<>();
        List<Page> pages = new ArrayList<>();
        List<FileContents> files = new ArrayList<>();
        for (Library library : libraries) {
            Library next = joining.next(library);
            runbooks.addAll(next.runbooks());
            problems.addAll(next.problems());
            templates.addAll(next.templates());
            pages.addAll(next.pages());
            files.addAll(next.files());
        }
        return new Library(runbooks, problems, templates, pages, files);
    }

    /**
     * The same library, with a number behind the ids that one before it has; who checks runbooks is
     * warned of them by {@link SharedIds}.
     */
    public Library next(Library library) {
        List<Runbook> runbooks = new ArrayList<>();
        Map<String, String> renamed = new HashMap<>();
        for (Runbook runbook : library.runbooks()) {
            String id = ids.unique(runbook.id());
            if (!id.equals(runbook.id())) {
                renamed.put(runbook.id(), id);
            }
            runbooks.add(renamed(runbook, id));
        }
        List<FileContents> files =
                library.files().stream().map(it -> renamed(it, renamed)).toList();
        return new Library(
                runbooks, library.problems(), library.templates(), library.pages(), files);
    }

    private static FileContents renamed(FileContents it, Map<String, String> renamed) {
        return renamed.isEmpty()
                ? it
                : new FileContents(
                        it.file(),
                        new Afresh<>(
                                () ->
                                        it.links().stream()
                                                .map(link -> renamed(link, renamed))
                                                .toList()),
                        it.headings(),
                        it.problems());
    }

    private static Link renamed(Link it, Map<String, String> renamed) {
        int end = it.in().indexOf('/');
        String runbook = end < 0 ? it.in() : it.in().substring(0, end);
        String id = renamed.get(runbook);
        return id == null
                ? it
                : new Link(
                        it.file(),
                        it.line(),
                        id + it.in().substring(runbook.length()),
                        it.text(),
                        it.target());
    }

    private static Runbook renamed(Runbook it, String id) {
        if (id.equals(it.id())) {
            return it;
        }
        int cut = it.id().length();
        return new Runbook(
                id,
                it.title(),
                it.under(),
                it.file(),
                it.line(),
                it.severity(),
                it.instructions(),
                new Afresh<>(
                        () ->
                                it.sections().stream()
                                        .map(section -> renamed(section, id, cut))
                                        .toList()),
                it.settings(),
                it.schedules(),
                it.signposts());
    }

    private static Section renamed(Section it, String id, int cut) {
        return new Section(
                id + it.id().substring(cut),
                it.title(),
                it.line(),
                it.timeBox(),
                it.instructions(),
                it.items().stream().map(item -> renamed(item, id, cut)).toList(),
                it.expectations(),
                it.outcomes(),
                it.mentions());
    }

    private static Item renamed(Item item, String id, int cut) {
        return switch (item) {
            case Step it -> renamed(it, id, cut);
            case Choice it ->
                    new Choice(
                            id + it.id().substring(cut),
                            it.line(),
                            it.options().stream().map(one -> renamed(one, id, cut)).toList());
        };
    }

    private static Option renamed(Option it, String id, int cut) {
        return new Option(
                id + it.id().substring(cut),
                it.number(),
                it.title(),
                it.line(),
                it.instructions(),
                it.steps().stream().map(step -> renamed(step, id, cut)).toList());
    }

    private static Step renamed(Step it, String id, int cut) {
        return new Step(
                id + it.id().substring(cut),
                it.title(),
                it.kind(),
                it.line(),
                it.script(),
                it.instructions(),
                it.placeholders(),
                it.prepared(),
                it.shell(),
                it.attributes());
    }
}
