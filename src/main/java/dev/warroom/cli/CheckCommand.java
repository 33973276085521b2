package dev.warroom.cli;

import dev.warroom.check.Checks;
import dev.warroom.check.Finding;
import dev.warroom.check.Material;
import dev.warroom.check.MissingCommands;
import dev.warroom.check.ShellSyntax;
import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.RunbookOpened;
import dev.warroom.journal.JournalReader;
import dev.warroom.journal.JournalSummary;
import dev.warroom.journal.Journals;
import dev.warroom.policy.Targets;
import dev.warroom.problem.Problem;
import dev.warroom.runbook.Joining;
import dev.warroom.runbook.Library;
import dev.warroom.text.Counted;
import dev.warroom.text.Sanitiser;
import dev.warroom.workspace.RunbookFile;
import dev.warroom.workspace.RunbookFiles;
import dev.warroom.workspace.WorkspaceReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** Says what is wrong with runbooks before they are needed. */
@Command(
        name = "check",
        description = {
            "Check Markdown runbooks: dangerous commands without a way back, broken links and"
                    + " more.",
            "Exit code 0 if nothing is found, 1 if something is, 2 for wrong use."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    /** Nobody reads more at a time, and all of them are in memory until they are in order. */
    private static final int MOST = 10_000;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Markdown files and folders.")
    private List<Path> paths;

    @Option(names = "--json", description = "One JSON object a problem.")
    private boolean json;

    @Option(
            names = "--target",
            paramLabel = "T",
            description =
                    "Also look whether every command is there: local, a target of warroom.yaml, or"
                            + " an ssh host.")
    private String target;

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    private final Joining joining = new Joining();
    private final MissingCommands commands = new MissingCommands();
    private final List<Finding> findings = new ArrayList<>();

    /** Where files and folders overlap, each file is checked once. */
    private final Set<Path> seen = new HashSet<>();

    private long left;
    private long counted;
    private int files;
    private int runbooks;

    @Override
    public Integer call() throws InterruptedException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new Failure(path + ": there is no such file or folder");
            }
        }
        Checks checks = new Checks(walked());
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                RunbookFiles.eachIn(path, file -> once(file, checks));
            } else {
                once(RunbookFiles.readFile(path), checks);
            }
        }
        take(
                checks.across(
                        it -> Files.exists(Path.of(it)),
                        this::others,
                        it ->
                                Optional.of(RunbookFiles.readFile(Path.of(it)))
                                        .filter(file -> !file.text().isEmpty())
                                        .map(file -> material(file, Runbooks.whole(file)))));
        take(missing());
        PrintWriter out = spec.commandLine().getOut();
        for (Finding finding : Checks.sorted(findings)) {
            out.println(json ? json(finding) : words(finding));
        }
        if (left > 0) {
            spec.commandLine()
                    .getErr()
                    .println(
                            String.format(
                                    Locale.ROOT,
                                    "Only the first %,d findings are shown; %,d more were found."
                                            + " Mend these, or check fewer files at a time.",
                                    MOST,
                                    left));
        }
        if (!json) {
            out.println(
                    Counted.of(files, "file")
                            + ", "
                            + Counted.of(runbooks, "runbook")
                            + ", "
                            + Counted.of(counted, "problem"));
        }
        out.flush();
        return counted == 0 ? 0 : 1;
    }

    /**
     * Files that links may call by their names: the workspace's, and those beside what is given.
     */
    private List<String> others() {
        List<String> names = new ArrayList<>();
        names.addAll(RunbookFiles.namesIn(workspace.folder().resolve(RunbookFiles.FOLDER)));
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                Path folder = path.toAbsolutePath().getParent();
                names.addAll(RunbookFiles.namesIn(folder));
            }
        }
        return names;
    }

    private void take(List<Finding> found) {
        int room = Math.min(found.size(), MOST - findings.size());
        findings.addAll(found.subList(0, room));
        left += found.size() - room;
        counted += found.stream().filter(Finding::counts).count();
    }

    private void once(RunbookFile file, Checks checks) {
        if (seen.add(place(Path.of(file.name())))) {
            check(file, checks);
        }
    }

    /** The same for every name of a file; of what cannot be reached, the name. */
    private static Path place(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** Checks one file, of which nothing is kept but what was found, and what others refer to. */
    private void check(RunbookFile file, Checks checks) {
        Library library = joining.next(Runbooks.of(file));
        Material material = material(file, library);
        take(checks.in(material));
        files += file.text().isEmpty() ? 0 : 1;
        runbooks += library.runbooks().size();
        if (target != null) {
            commands.take(material);
        }
        try {
            take(ShellSyntax.in(material));
        } catch (IOException e) {
            throw new Failure(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("stopped");
        }
    }

    private static Material material(RunbookFile file, Library library) {
        return new Material(file.name(), file.text().lines().toList(), library);
    }

    private List<Finding> missing() throws InterruptedException {
        List<Finding> missing = new ArrayList<>();
        if (target != null) {
            Targets targets = targets();
            try (TargetShell shell = new TargetShell(workspace.folder(), targets)) {
                for (String each : targets.membersOf(target)) {
                    missing.addAll(commands.on(each, shell::run));
                }
            } catch (IOException e) {
                throw new Failure(e.getMessage());
            }
        }
        return missing;
    }

    private Targets targets() {
        return Files.exists(workspace.folder().resolve(WorkspaceReader.FILE))
                ? WorkspaceReader.read(workspace.folder()).policy().targets()
                : Targets.NONE;
    }

    /** The runbooks that any journal says were opened; empty without journals. */
    private Optional<Set<String>> walked() {
        Path folder = state.folder();
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Set<String> ids = new HashSet<>();
        for (JournalSummary journal : Journals.list(folder)) {
            if (journal.trouble().isEmpty()) {
                JournalReader.read(Journals.file(folder, journal.id())).facts().stream()
                        .map(Fact::event)
                        .filter(RunbookOpened.class::isInstance)
                        .forEach(it -> ids.add(((RunbookOpened) it).runbook()));
            }
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }

    private static String words(Finding finding) {
        Problem problem = finding.problem();
        String first =
                problem.location()
                        + ": "
                        + level(problem)
                        + ": "
                        + problem.message()
                        + "  ["
                        + finding.rule()
                        + "]";
        return Sanitiser.line(first)
                + (problem.hint().isEmpty() ? "" : "\n    " + Sanitiser.line(problem.hint()));
    }

    private static String json(Finding finding) {
        Problem problem = finding.problem();
        return JsonText.object(
                it -> {
                    it.writeStringProperty("severity", level(problem));
                    it.writeStringProperty("rule", finding.rule());
                    it.writeStringProperty("file", problem.location().file());
                    it.writeNumberProperty("line", problem.location().line());
                    it.writeNumberProperty("column", problem.location().column());
                    it.writeStringProperty("message", problem.message());
                    it.writeStringProperty("hint", problem.hint());
                });
    }

    private static String level(Problem problem) {
        return problem.level().name().toLowerCase(Locale.ROOT);
    }
}
