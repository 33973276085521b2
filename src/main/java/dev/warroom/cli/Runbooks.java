package dev.warroom.cli;

import dev.warroom.problem.Problem;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Outlines;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.RunbookReader;
import dev.warroom.workspace.RunbookFile;
import dev.warroom.workspace.RunbookFiles;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gets the runbooks that a command works on. */
final class Runbooks {

    private Runbooks() {}

    /** All of the workspace's, for who looks into few of them. */
    static Library ofWorkspace(Path workspace) {
        Outlines outlines = new Outlines();
        return ofWorkspace(
                workspace,
                it -> {
                    // Not the file itself, which would keep its text.
                    String name = it.name();
                    return outlines.read(
                            name, it.text(), () -> RunbookFiles.textAgain(workspace, name));
                });
    }

    /** All of the workspace's, for who looks into all of them. */
    static Library wholeOfWorkspace(Path workspace) {
        return ofWorkspace(workspace, Runbooks::whole);
    }

    private static Library ofWorkspace(Path workspace, Function<RunbookFile, Library> way) {
        List<Library> libraries = new ArrayList<>();
        RunbookFiles.each(workspace, file -> add(libraries, file, way));
        return Library.join(libraries);
    }

    /** Those of one file. */
    static Library ofFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Failure(
                    Files.exists(file)
                            ? file + ": this is not a file; name one of Markdown"
                            : file + ": there is no such Markdown file");
        }
        return wholeOf(List.of(RunbookFiles.readFile(file)));
    }

    /** Those of several files, all of which are looked into. */
    static Library wholeOf(List<RunbookFile> files) {
        List<Library> libraries = new ArrayList<>();
        files.forEach(file -> add(libraries, file, Runbooks::whole));
        return Library.join(libraries);
    }

    private static void add(
            List<Library> libraries, RunbookFile file, Function<RunbookFile, Library> way) {
        file.problem().ifPresent(it -> libraries.add(new Library(List.of(), List.of(it))));
        if (!file.text().isEmpty()) {
            libraries.add(way.apply(file));
        }
    }

    private static Library whole(RunbookFile file) {
        return RunbookReader.read(file.name(), file.text());
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

    /** Says what looked wrong; reading went on. */
    static void report(Library library, PrintWriter err) {
        library.problems().forEach(it -> err.println(it));
        err.flush();
    }
}
