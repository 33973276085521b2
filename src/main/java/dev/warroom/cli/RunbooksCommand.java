package dev.warroom.cli;

import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.journal.JournalReader;
import dev.warroom.problem.Problem;
import dev.warroom.report.Reading;
import dev.warroom.report.TaskList;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Placeholder;
import dev.warroom.runbook.Runbook;
import dev.warroom.runbook.Section;
import dev.warroom.runbook.Step;
import dev.warroom.search.Found;
import dev.warroom.search.RunbookSearch;
import dev.warroom.text.Masking;
import dev.warroom.text.Sanitiser;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import tools.jackson.core.JsonGenerator;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Lists what was read. */
@Command(
        name = "runbooks",
        description = "List the runbooks and their steps, as they were read.",
        mixinStandardHelpOptions = true)
final class RunbooksCommand implements Callable<Integer> {

    /** What was looked for is among the first, and each that is shown has its file read whole. */
    private static final int MOST_FOUND = 100;

    @Option(
            names = "--file",
            paramLabel = "F",
            description = "Read this Markdown file instead of the workspace's.")
    private Path file;

    @Option(names = "--json", description = "One JSON object a runbook.")
    private boolean json;

    @Option(
            names = "--find",
            paramLabel = "WORDS",
            description = "Only those that fit what one sees or calls it, best first.")
    private String find;

    /** How runbooks are written. */
    enum Format {
        words,
        md
    }

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "md: as Markdown task lists, for a ticket (default: words).")
    private Format format = Format.words;

    @Option(
            names = "--incident",
            paramLabel = "ID",
            description = "With --format md: with what was done in this incident, of its runbooks.")
    private String incident;

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        // Who lists all looks into all of them.
        Library library = library(workspace.folder(), file, find == null);
        List<Runbook> shown = shown(library);
        boolean nothing = find != null && shown.isEmpty();
        if (format == Format.md) {
            markdown(out, library, shown);
            shown = shown.isEmpty() ? shown : List.of();
        } else if (incident != null) {
            throw new Failure("--incident needs --format md");
        }
        for (Runbook runbook : shown) {
            if (json) {
                out.println(JsonText.object(it -> runbook(it, runbook)));
            } else {
                words(out, runbook);
            }
        }
        out.flush();
        library.problems().forEach(it -> spec.commandLine().getErr().println(it));
        // What could be read has been listed; what could not is missing from the list.
        boolean broken =
                library.problems().stream().anyMatch(it -> it.level() == Problem.Level.ERROR);
        if (nothing) {
            spec.commandLine()
                    .getErr()
                    .println("no runbook fits \"" + find + "\": try fewer, or other words");
            return broken ? Main.WRONG_USE : 1;
        }
        return broken ? Main.WRONG_USE : 0;
    }

    /** Of an incident only the runbooks that were opened in it, unless some are asked for. */
    private void markdown(PrintWriter out, Library library, List<Runbook> shown) {
        Masking masking = WorkspacePolicy.of(workspace.folder()).secrets().masking();
        if (incident == null) {
            shown.forEach(it -> out.println(masking.masked(TaskList.of(it, Incident.empty("")))));
            if (find == null) {
                library.pages().forEach(it -> out.print(masking.masked(Reading.of(it))));
                library.templates().forEach(it -> out.print(masking.masked(Reading.of(it))));
            }
            return;
        }
        Incident walked =
                Incident.replay(
                        incident,
                        JournalReader.read(LogCommand.existing(state.folder(), incident)).facts());
        Set<String> opened =
                walked.facts().stream()
                        .map(Fact::event)
                        .filter(RunbookOpened.class::isInstance)
                        .map(it -> ((RunbookOpened) it).runbook())
                        .collect(Collectors.toSet());
        shown.stream()
                .filter(it -> find != null || opened.contains(it.id()))
                .forEach(it -> out.println(masking.masked(TaskList.of(it, walked))));
    }

    private List<Runbook> shown(Library library) {
        if (find == null) {
            return library.runbooks();
        }
        RunbookSearch search = RunbookSearch.of(library);
        search.unknown().ifPresent(it -> spec.commandLine().getErr().println(it));
        List<Runbook> found = search.find(find).stream().map(Found::runbook).toList();
        if (found.size() > MOST_FOUND) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "the "
                                    + MOST_FOUND
                                    + " that fit best; "
                                    + (found.size() - MOST_FOUND)
                                    + " more fit \""
                                    + find
                                    + "\": give more words, or rarer ones");
        }
        return found.subList(0, Math.min(found.size(), MOST_FOUND));
    }

    /**
     * The runbooks of {@code file}, or of the workspace where none is given.
     *
     * @param all whether all of them will be looked into
     */
    static Library library(Path workspace, Path file, boolean all) {
        if (file != null) {
            return Runbooks.ofFile(file);
        }
        if (!Files.isDirectory(workspace)) {
            throw new Failure(workspace + ": there is no such workspace folder");
        }
        return all ? Runbooks.wholeOfWorkspace(workspace) : Runbooks.ofWorkspace(workspace);
    }

    private static void words(PrintWriter out, Runbook runbook) {
        out.println(
                Sanitiser.line(runbook.title())
                        + "  "
                        + runbook.id()
                        + "  "
                        + runbook.file()
                        + ":"
                        + runbook.line());
        for (Section section : runbook.sections()) {
            if (!section.title().isEmpty()) {
                out.println(
                        "  "
                                + Sanitiser.line(section.title())
                                + section.timeBox().map(it -> "  (" + it.words() + ")").orElse(""));
            }
            for (Step step : section.steps()) {
                out.println(
                        "    "
                                + kind(step)
                                + "  "
                                + Sanitiser.line(step.title())
                                + "  :"
                                + step.line());
            }
        }
        out.println();
    }

    private static void runbook(JsonGenerator json, Runbook runbook) {
        json.writeStringProperty("id", runbook.id());
        json.writeStringProperty("title", runbook.title());
        json.writeStringProperty("file", runbook.file());
        json.writeNumberProperty("line", runbook.line());
        json.writeName("severity");
        if (runbook.severity().isPresent()) {
            json.writeString(runbook.severity().get().name());
        } else {
            json.writeNull();
        }
        json.writeArrayPropertyStart("sections");
        for (Section section : runbook.sections()) {
            json.writeStartObject();
            json.writeStringProperty("id", section.id());
            json.writeStringProperty("title", section.title());
            json.writeNumberProperty("line", section.line());
            section.timeBox().ifPresent(it -> json.writeStringProperty("timebox", it.words()));
            json.writeArrayPropertyStart("steps");
            section.steps().forEach(it -> json.writeString(it.id()));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("steps");
        for (Section section : runbook.sections()) {
            for (Step step : section.steps()) {
                step(json, step);
            }
        }
        json.writeEndArray();
    }

    private static void step(JsonGenerator json, Step step) {
        json.writeStartObject();
        json.writeStringProperty("id", step.id());
        json.writeStringProperty("title", step.title());
        json.writeStringProperty("kind", kind(step));
        json.writeNumberProperty("line", step.line());
        json.writeStringProperty("script", step.script());
        json.writeArrayPropertyStart("placeholders");
        for (Placeholder placeholder : step.placeholders()) {
            json.writeString(placeholder.name());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String kind(Step step) {
        return step.kind().name().toLowerCase(Locale.ROOT);
    }
}
