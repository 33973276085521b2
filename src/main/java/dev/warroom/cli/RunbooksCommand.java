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
import dev.warroom.runbook.Template;
import dev.warroom.search.Found;
import dev.warroom.search.RunbookSearch;
import dev.warroom.text.Counted;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Lists what was read. */
@Command(
        name = "runbooks",
        description = "List the runbooks and their steps, as they were read.",
        mixinStandardHelpOptions = true)
final class RunbooksCommand implements Callable<Integer> {

    /** What was looked for is among the first, and each that is shown has its file read whole. */
    private static final int MOST_FOUND = 100;

    /** Many problems more would hide what was asked for. */
    private static final int MOST_TOLD = 20;

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
        if (format != Format.md && incident != null) {
            throw new Failure("--incident needs --format md");
        }
        return find == null ? listed() : found();
    }

    /** All of them, a file at a time. */
    private int listed() {
        PrintWriter out = spec.commandLine().getOut();
        List<Problem> problems = new ArrayList<>();
        if (format == Format.md) {
            Masking masking = masking();
            Optional<Incident> walked = walked();
            List<Template> templates = new ArrayList<>();
            Set<String> steps = new HashSet<>();
            each(
                    library -> {
                        problems.addAll(library.problems());
                        templates.addAll(library.templates());
                        for (Runbook it : library.runbooks()) {
                            it.steps().forEach(step -> steps.add(step.id()));
                            task(out, it, walked, masking);
                        }
                    });
            walked.ifPresent(it -> read(out, TaskList.gone(it, steps), masking));
            if (walked.isEmpty()) {
                each(library -> library.pages().forEach(it -> read(out, Reading.of(it), masking)));
                templates.forEach(it -> read(out, Reading.of(it), masking));
            }
        } else {
            each(
                    library -> {
                        problems.addAll(library.problems());
                        library.runbooks().forEach(it -> list(out, it));
                    });
        }
        out.flush();
        return told(problems) ? Main.WRONG_USE : 0;
    }

    /** Those that fit what is looked for. */
    private int found() {
        PrintWriter out = spec.commandLine().getOut();
        Library library = library(workspace.folder(), file);
        List<Runbook> shown = shown(library);
        if (format == Format.md) {
            Masking masking = masking();
            Incident walked = walked().orElse(Incident.empty(""));
            shown.forEach(it -> out.println(masking.masked(TaskList.of(it, walked))));
        } else {
            shown.forEach(it -> list(out, it));
        }
        out.flush();
        boolean broken = told(library.problems());
        if (shown.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("no runbook fits \"" + find + "\": try fewer, or other words");
        }
        return broken ? Main.WRONG_USE : shown.isEmpty() ? 1 : 0;
    }

    private void each(Consumer<Library> use) {
        if (file != null) {
            use.accept(Runbooks.ofFile(file));
        } else {
            Runbooks.each(existing(workspace.folder()), use);
        }
    }

    /** Tells what looked wrong, the worst first; whether what could not be read is missing. */
    private boolean told(List<Problem> problems) {
        PrintWriter err = spec.commandLine().getErr();
        problems.stream()
                .sorted(Comparator.comparing(Problem::level))
                .limit(MOST_TOLD)
                .forEach(it -> err.println(Sanitiser.lines(it.toString())));
        int more = problems.size() - MOST_TOLD;
        if (more > 0) {
            Path from = file == null ? workspace.folder().resolve("runbooks") : file;
            err.println(
                    Counted.of(more, "problem")
                            + " more are not shown; all of them: "
                            + Program.typed()
                            + " check "
                            + Sanitiser.line(from.toString()));
        }
        return problems.stream().anyMatch(it -> it.level() == Problem.Level.ERROR);
    }

    private void list(PrintWriter out, Runbook runbook) {
        if (json) {
            out.println(JsonText.object(it -> runbook(it, runbook)));
        } else {
            words(out, runbook);
        }
    }

    private Masking masking() {
        return WorkspacePolicy.of(workspace.folder()).secrets().masking();
    }

    private static void read(PrintWriter out, String text, Masking masking) {
        out.print(masking.masked(text));
    }

    /** Of an incident only the runbooks that were opened in it. */
    private static void task(
            PrintWriter out, Runbook runbook, Optional<Incident> walked, Masking masking) {
        boolean opened =
                walked.map(
                                incident ->
                                        incident.facts().stream()
                                                .map(Fact::event)
                                                .filter(RunbookOpened.class::isInstance)
                                                .map(it -> ((RunbookOpened) it).runbook())
                                                .anyMatch(runbook.id()::equals))
                        .orElse(true);
        if (opened) {
            out.println(masking.masked(TaskList.of(runbook, walked.orElse(Incident.empty("")))));
        }
    }

    /** The incident whose steps are asked for, as it stands. */
    private Optional<Incident> walked() {
        return Optional.ofNullable(incident)
                .map(
                        id ->
                                JournalReader.replay(id, LogCommand.existing(state.folder(), id))
                                        .incident());
    }

    private List<Runbook> shown(Library library) {
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

    /** The runbooks of {@code file}, or of the workspace where none is given. */
    static Library library(Path workspace, Path file) {
        return file != null ? Runbooks.ofFile(file) : Runbooks.ofWorkspace(existing(workspace));
    }

    private static Path existing(Path workspace) {
        if (!Files.isDirectory(workspace)) {
            throw new Failure(workspace + ": there is no such workspace folder");
        }
        return workspace;
    }

    private static void words(PrintWriter out, Runbook runbook) {
        out.println(
                Sanitiser.line(runbook.title())
                        + "  "
                        + runbook.id()
                        + "  "
                        + Sanitiser.line(runbook.file())
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
        json.writeStringProperty("under", runbook.under());
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
