package dev.warroom.cli;

import dev.warroom.execution.Runs;
import dev.warroom.policy.Policy;
import dev.warroom.policy.SharedRoom;
import dev.warroom.policy.Target;
import dev.warroom.policy.Targets;
import dev.warroom.problem.ProblemsException;
import dev.warroom.room.Person;
import dev.warroom.runbook.Library;
import dev.warroom.runbook.Runbook;
import dev.warroom.terminal.HangUp;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs a runbook's commands without a screen. */
@Command(
        name = "run",
        description = {
            "Run the command steps of a runbook in order, without a screen.",
            "Steps for a person, options, steps that do not end, that are only made ready or that",
            "their fence excludes are skipped with a word.",
            "Exit code 0 if all passed, 1 if one failed, 2 for wrong use."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    /** 128 and the number of SIGHUP. */
    private static final int HUNG_UP = 129;

    @Parameters(
            paramLabel = "RUNBOOK",
            description = "The runbook's title, a part of it, or its id.")
    private String name;

    @Option(names = "--file", paramLabel = "F", description = "Take it from this Markdown file.")
    private Path file;

    @Option(names = "--yes", description = "Do not ask before the first step.")
    private boolean yes;

    @Option(names = "--keep-going", description = "Go on after a step that failed.")
    private boolean keepGoing;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "The value of a placeholder; may be given several times.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(
            names = "--dry-run",
            description = "Show what would run, and whether all values are there; run nothing.")
    private boolean dryRun;

    @Option(
            names = "--target",
            paramLabel = "T",
            description =
                    "Where steps run that name no target: one of warroom.yaml, or an ssh host.")
    private Optional<String> target = Optional.empty();

    @Option(
            names = "--confirm",
            paramLabel = "T",
            description =
                    "A production target on which what is dangerous may run, or the number of hosts"
                            + " where there are more than blast-radius.")
    private Set<String> confirmed = Set.of();

    @Option(
            names = "--incident",
            paramLabel = "ID",
            description =
                    "Write it into this incident, which others may have open, instead of a"
                            + " checklist of its own.")
    private Optional<String> incident = Optional.empty();

    @Option(
            names = "--drive",
            description =
                    "Take the driver's seat of --incident first; where somebody drives, ask for"
                            + " it.")
    private boolean drive;

    @Option(names = "--json", description = "One JSON object a step, instead of words.")
    private boolean json;

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Library library = RunbooksCommand.library(workspace.folder(), file);
        if (library.runbooks().isEmpty() && !library.problems().isEmpty()) {
            throw new ProblemsException(library.problems());
        }
        Runbook runbook = Runbooks.named(library, name);
        Policy policy = policy();
        if (dryRun) {
            return dry(runbook, out, err);
        }
        if (!yes && !agreed(runbook, policy.targets())) {
            err.println("Nothing was run.");
            return Main.WRONG_USE;
        }
        RunReport report =
                json ? new RunReport.Json(out, err, runbook) : new RunReport.Words(out, runbook);
        try (RunBook book = book(policy, err);
                Walk walk =
                        new Walk(
                                runbook,
                                book,
                                Clock.systemUTC(),
                                state.folder(),
                                workspace.folder(),
                                values,
                                policy,
                                target,
                                confirmed,
                                report::output)) {
            CountDownLatch written = new CountDownLatch(1);
            // The connection is gone, and nobody has asked for anything to be stopped.
            HangUp.on(() -> hungUp(walk));
            Thread interrupted = new Thread(() -> stop(walk, written), "stop-walk");
            Runtime.getRuntime().addShutdownHook(interrupted);
            boolean well;
            try {
                well = walk.steps(keepGoing, report::before, report::after);
                report.end(book.id());
            } finally {
                written.countDown();
                removeHook(interrupted);
            }
            return well ? 0 : 1;
        }
    }

    /** Where it is written down. */
    private RunBook book(Policy policy, PrintWriter err) throws InterruptedException {
        InstantSource clock = Clock.systemUTC();
        if (incident.isEmpty()) {
            if (drive) {
                throw new Failure(
                        "--drive takes the driver's seat of an incident: name it with --incident.");
            }
            return new OwnBook(state.folder(), Self.here(), clock);
        }
        Optional<SharedRoom> shared = policy.shared();
        Person person = Self.in(shared, workspace.folder());
        IncidentBook book =
                new IncidentBook(
                        incident.get(),
                        new Opening(state.folder(), false, shared.isPresent(), clock),
                        person,
                        shared.map(it -> sharer(it, person, clock)),
                        it -> {
                            err.println(it);
                            err.flush();
                        });
        if (drive) {
            try {
                book.drive();
            } catch (Failure e) {
                book.close();
                throw e;
            }
        }
        return book;
    }

    private Recorder.Sharer sharer(SharedRoom room, Person person, InstantSource clock) {
        return (journal, answers, look) ->
                new Meeting(
                        room,
                        workspace.folder(),
                        journal,
                        clock,
                        answers,
                        look,
                        person,
                        () -> "./warroom run",
                        false);
    }

    /** Nothing runs and nothing is recorded. */
    private int dry(Runbook runbook, PrintWriter out, PrintWriter err) {
        RunReport report =
                json ? new RunReport.Json(out, err, runbook) : new RunReport.Words(out, runbook);
        Policy policy = policy();
        boolean well =
                new DryWalk(
                                runbook,
                                values,
                                workspace.folder(),
                                policy.targets(),
                                target,
                                policy.secrets().knowing(values).masking())
                        .steps(keepGoing, report::before, report::output, report::after);
        report.end("");
        return well ? 0 : 1;
    }

    /** Only who runs a file of its own needs no workspace. */
    private Policy policy() {
        Policy policy = WorkspacePolicy.of(workspace.folder());
        Targets targets = policy.targets();
        if (target.isPresent() && targets.named(target.get()).isEmpty()) {
            throw new Failure(
                    "--target \""
                            + target.get()
                            + "\" cannot be the name of a host. Targets of the workspace: "
                            + String.join(" ", targets.names()));
        }
        return policy;
    }

    /** The step goes on; whoever opens the journal finds it. */
    private static void hungUp(Walk walk) {
        walk.leave();
        Thread.ofPlatform().start(() -> System.exit(HUNG_UP));
    }

    /** A signal ends the program: the step is stopped, and its end is written down first. */
    private static void stop(Walk walk, CountDownLatch written) {
        if (walk.left()) {
            return;
        }
        walk.stop();
        try {
            if (!written.await(Runs.GRACE.plusSeconds(2).toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where its commands would run, each place once. */
    private String places(Runbook runbook, Targets targets) {
        return LeftOut.others(runbook).stream()
                .map(it -> Walk.target(runbook, it, target))
                .map(
                        it ->
                                targets.group(it)
                                        .map(one -> it + " (" + one.members().size() + " hosts)")
                                        .orElse(it.equals(Target.LOCAL) ? Host.name() : it))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending by a signal: the hook has run.
        }
    }

    /**
     * Whoever sits at a terminal is asked once; a script has said what it wants by calling this.
     */
    private boolean agreed(Runbook runbook, Targets targets) {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            return true;
        }
        int commands = LeftOut.others(runbook).size();
        String answer =
                console.readLine(
                        "Run up to %d commands of \"%s\" on %s in %s? [y/N] ",
                        commands, runbook.title(), places(runbook, targets), workspace.folder());
        return answer != null
                && (answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes"));
    }
}
