package dev.warroom.cli;

import dev.warroom.policy.Maintenance;
import dev.warroom.workspace.WorkspaceReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Callable;

/** Says when the service may be worked on. */
@Command(
        name = "maintenance",
        description = {
            "Say when the service may be worked on.",
            "The next windows, when people are told of them, what is silent in them, and who allows"
                    + " work outside of them."
        },
        mixinStandardHelpOptions = true)
final class MaintenanceCommand implements Callable<Integer> {

    private static final int MOST = 366;

    @Option(
            names = "--next",
            paramLabel = "N",
            description = "How many windows, from 1 to 366 (default: 3).")
    private int next = 3;

    @Option(names = "--json", description = "One JSON object a window.")
    private boolean json;

    @Mixin private WorkspaceOption workspace;
    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    private final InstantSource clock;
    private final ZoneId zone;

    MaintenanceCommand() {
        this(Clock.systemUTC(), ZoneId.systemDefault());
    }

    MaintenanceCommand(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Integer call() {
        if (next < 1 || next > MOST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--next " + next + ": a whole number from 1 to " + MOST + " must follow");
        }
        Maintenance maintenance =
                WorkspaceReader.read(workspace.folder()).policy().rules().maintenance();
        MaintenanceReport report = new MaintenanceReport(maintenance, clock.instant(), zone);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            report.json(next, out);
        } else {
            report.words(next, out);
        }
        out.flush();
        return 0;
    }
}
