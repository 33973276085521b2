package dev.warroom.cli;

import dev.warroom.runbook.Library;
import dev.warroom.text.Counted;
import dev.warroom.workspace.RunbookFile;
import dev.warroom.workspace.RunbookFiles;
import dev.warroom.workspace.WorkspaceReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/** Makes a workspace of a folder that has Markdown in it. */
@Command(
        name = "init",
        description = {
            "Make a workspace of a folder with Markdown.",
            "It links the runbooks that it finds into runbooks/, and writes a warroom.yaml with"
                + " comments that proposes logs, probes and hosts. What is there is never changed."
        },
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    private static final int MOST_LINKS = 500;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder (the current one).")
    private Path folder;

    /** Taken as by every command, so that a wrapper can add it to any; nothing is kept here. */
    @Mixin private StateOption state;

    @Spec private CommandSpec spec;

    private final Proposing proposing = new Proposing();
    private int files;
    private int runbooks;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path workspace = Failure.folder("DIR", folder);
        Path policy = workspace.resolve(WorkspaceReader.FILE);
        if (!Files.isDirectory(workspace)) {
            throw new Failure(workspace + " is not a folder: make it, or name another one.");
        }
        if (Files.exists(policy)) {
            throw new Failure(policy + " is there already: change it, or name another folder.");
        }
        try {
            if (Files.isDirectory(workspace.resolve(RunbookFiles.FOLDER))) {
                RunbookFiles.each(workspace, file -> take(Runbooks.whole(file)));
            } else {
                link(workspace, out);
            }
            Files.writeString(
                    policy, proposing.proposal().yaml(workspace), StandardOpenOption.CREATE_NEW);
            out.println(Counted.of(runbooks, "runbook") + " in " + Counted.of(files, "file") + ".");
            out.println(
                    "Wrote " + policy + ": read it, and take the comment signs from what fits.");
            out.println(
                    "Next: "
                            + Program.typed()
                            + " check "
                            + workspace.resolve(RunbookFiles.FOLDER));
            out.println("      " + Program.typed() + " open --workspace " + workspace);
            return 0;
        } catch (IOException e) {
            throw new Failure("The workspace cannot be made: " + e.getMessage());
        }
    }

    private void take(Library library) {
        files++;
        runbooks += library.runbooks().size();
        proposing.take(library);
    }

    /**
     * Links every file that has a runbook with something to run; a link keeps it where its team
     * looks for it.
     */
    private void link(Path workspace, PrintWriter out) throws IOException {
        Path folder = Files.createDirectory(workspace.resolve(RunbookFiles.FOLDER));
        try {
            RunbookFiles.eachIn(workspace, file -> link(file, workspace, folder, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void link(RunbookFile file, Path workspace, Path folder, PrintWriter out) {
        Library library = Runbooks.whole(file);
        boolean runs =
                library.runbooks().stream()
                        .flatMap(it -> it.steps().stream())
                        .anyMatch(step -> !step.script().isBlank());
        if (!runs || files == MOST_LINKS) {
            return;
        }
        Path path = Path.of(file.name()).toAbsolutePath().normalize();
        Path inside = workspace.relativize(path);
        Path link = folder.resolve(inside.toString().replace('/', '-'));
        try {
            Files.createSymbolicLink(link, Path.of("..").resolve(inside));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println("  runbooks/" + link.getFileName() + " -> " + inside);
        take(library);
    }
}
