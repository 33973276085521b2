package dev.warroom.cli;

import dev.warroom.health.HistoryKeeper;
import dev.warroom.health.LogCounts;
import dev.warroom.health.Rounds;
import dev.warroom.health.Surroundings;
import dev.warroom.policy.Patience;
import dev.warroom.policy.Policy;
import dev.warroom.policy.Probe;
import dev.warroom.problem.ProblemsException;
import dev.warroom.room.HealthBoard;
import dev.warroom.room.Reading;
import dev.warroom.workspace.WorkspaceReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks at the workspace's probes, as a Nagios plugin does. */
@Command(
        name = "health",
        description = {
            "Look at the workspace's probes, as a Nagios plugin does.",
            "One line says how all are, with their figures, as the Nagios plugin API has it.",
            "Exit code 0 all are ok, 1 warning, 2 critical, 3 unknown or wrong use. Probes that are"
                    + " silent now, or stand on one that is down, do not count."
        },
        exitCodeOnInvalidInput = HealthReport.UNKNOWN,
        mixinStandardHelpOptions = true)
final class HealthCommand implements Callable<Integer> {

    @Option(names = "--once", description = "Look once; this is what it does anyway.")
    private boolean once;

    @Option(
            names = "--continuous",
            description = {
                "Look again and again, each line with its time, until interrupted. What is found"
                        + " is",
                "kept for the reports."
            })
    private boolean continuous;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            description =
                    "From one round of --continuous to the next, from 1 to 86400 (default: 60).")
    private Integer interval;

    @Option(names = "--verbose", description = "A line for each probe as well.")
    private boolean verbose;

    @Option(names = "--json", description = "One JSON object a probe, instead of words.")
    private boolean json;

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    private final InstantSource clock = Clock.systemUTC();
    private volatile int last = HealthReport.UNKNOWN;

    @Override
    public Integer call() throws InterruptedException {
        check();
        Policy policy = policy();
        LogCounts counts = new LogCounts();
        PrintWriter out = spec.commandLine().getOut();
        try (TargetShell targets = new TargetShell(workspace.folder(), policy.targets());
                CountedLogs logs =
                        CountedLogs.of(workspace.folder(), policy, counts, clock, targets::at)) {
            Rounds rounds =
                    new Rounds(
                            policy.probes(),
                            new Surroundings(workspace.folder(), clock, targets, counts));
            logs.await();
            if (!continuous) {
                round(policy, rounds, reading -> {}, out);
                return last;
            }
            return goOn(policy, rounds, out);
        }
    }

    private int goOn(Policy policy, Rounds rounds, PrintWriter out) throws InterruptedException {
        Duration pause = Duration.ofSeconds(interval == null ? 60 : interval);
        HistoryKeeper keeper =
                new HistoryKeeper(
                        state.folder(),
                        workspace.folder(),
                        policy.probing(
                                policy.probes().stream().map(it -> it.every(pause)).toList()),
                        spec.commandLine().getErr()::println);
        // Interrupted, it ends with what it found last.
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    keeper.close();
                                    Runtime.getRuntime().halt(last);
                                }));
        while (true) {
            long began = System.nanoTime();
            round(policy, rounds, keeper::keep, out);
            if (out.checkError()) {
                return last;
            }
            long left = pause.toNanos() - (System.nanoTime() - began);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
        }
    }

    private void check() {
        if (once && continuous) {
            throw wrong("--once and --continuous cannot be had together; leave one of them out");
        }
        if (interval != null && !continuous) {
            throw wrong("--interval says how often --continuous looks; add --continuous");
        }
        if (interval != null && (interval < 1 || interval > 86_400)) {
            throw wrong("--interval " + interval + ": whole seconds from 1 to 86400 must follow");
        }
    }

    private ParameterException wrong(String words) {
        return new ParameterException(spec.commandLine(), words);
    }

    private Policy policy() {
        try {
            return withProbes();
        } catch (Failure | ProblemsException e) {
            // Nagios shows what stands on the standard output only.
            if (!json) {
                spec.commandLine().getOut().println("UNKNOWN: " + firstLine(e.getMessage()));
            }
            throw e;
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private Policy withProbes() {
        Policy policy = WorkspaceReader.read(workspace.folder()).policy();
        if (policy.probes().isEmpty()) {
            throw new Failure(
                    workspace.folder().resolve(WorkspaceReader.FILE)
                            + " names no probes. Write for example: probes: [{name: api, http:"
                            + " \"http://127.0.0.1:8080/health\"}]");
        }
        return policy;
    }

    /** Looks once, and says what was found. */
    private void round(Policy policy, Rounds rounds, Consumer<Reading> kept, PrintWriter out)
            throws InterruptedException {
        // Each look counts: those who repeat it, such as Nagios, have patience of their own.
        List<Probe> probes = policy.probes().stream().map(it -> it.with(Patience.NONE)).toList();
        HealthBoard board = HealthBoard.of(probes, policy.rules().maintenance().silencing());
        for (Reading reading : rounds.look()) {
            board = board.plus(reading);
            kept.accept(reading);
        }
        HealthReport report = new HealthReport(policy.service(), board, clock.instant());
        // Before it is said: who hears it may end this at once.
        last = report.code();
        if (json) {
            report.json(out);
        } else {
            report.words(out, continuous, verbose);
        }
        out.flush();
    }
}
