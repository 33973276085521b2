package dev.warroom.cli;

import dev.warroom.problem.Problem;
import dev.warroom.runbook.Joining;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Outlines;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.RunbookReader;
import dev.warroom.workspace.RunbookFile;
import dev.warroom.workspace.RunbookFiles;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Gets the runbooks that a command works on. */
final class Runbooks {

    private Runbooks() {}

    /** All of the workspace's, for who looks into few of them. */
    static Library ofWorkspace(Path workspace) {
        Outlines outlines = new Outlines();
        List<Library> libraries = new ArrayList<>();
        RunbookFiles.each(
                workspace,
                file -> {
                    // Not the file itself, which would keep its text.
                    String name = file.name();
                    libraries.add(unread(file));
                    if (!file.text().isEmpty()) {
                        libraries.add(
                                outlines.read(
                                        name,
                                        file.text(),
                                        () -> RunbookFiles.textAgain(workspace, name)));
                    }
                });
        return Library.join(libraries);
    }

    /**
     * All of the workspace's, whole, one file at a time, for who looks into all of them; their ids
     * are told apart as if they were read together.
     */
    static void each(Path workspace, Consumer<Library> use) {
        Joining joining = new Joining();
        RunbookFiles.each(workspace, file -> use.accept(joining.next(of(file))));
    }

    /** Those of one file. */
    static Library ofFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Failure(
                    Files.exists(file)
                            ? file + ": this is not a file; name one of Markdown"
                            : file + ": there is no such Markdown file");
        }
        return new Joining().next(of(RunbookFiles.readFile(file)));
    }

    /** Those of one file, and what kept it from being read. */
    static Library of(RunbookFile file) {
        return file.text().isEmpty()
                ? unread(file)
                : file.problem().isEmpty()
                        ? whole(file)
                        : Library.join(List.of(unread(file), whole(file)));
    }

    /** All that stands in a file that could be read. */
    static Library whole(RunbookFile file) {
        return RunbookReader.read(file.name(), file.text());
    }

    private static Library unread(RunbookFile file) {
        return new Library(List.of(), file.problem().stream().toList());
    }

    /** The one runbook that {@code name} means. */
    static Runbook named(Library library, String name) {
        List<Runbook> found = library.named(name);
        if (found.size() == 1) {
            return found.get(0);
        }
        String rule =
                found.isEmpty()
                        ? "no runbook is called \"" + name + "\""
                        : "\"" + name + "\" could be any of these";
        List<Runbook> offered = found.isEmpty() ? library.runbooks() : found;
        String list =
                offered.stream()
                        .limit(30)
                        .map(it -> "    " + it.title() + "  (" + it.file() + ":" + it.line() + ")")
                        .collect(Collectors.joining("\n"));
        String unread =
                library.problems().stream()
                        .filter(it -> it.level() == Problem.Level.ERROR)
                        .map(it -> "\n" + it)
                        .collect(Collectors.joining());
        throw new Failure(
                rule + (list.isEmpty() ? ": there are no runbooks here" : ":\n" + list) + unread);
    }
}
