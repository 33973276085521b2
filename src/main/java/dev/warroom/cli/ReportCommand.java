package dev.warroom.cli;

import dev.warroom.report.PeriodReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Callable;

/** Prints the report of a day or a week. */
@Command(
        name = "report",
        description = {
            "Print the report of the day or the week that ends now.",
            "Figures against their targets, incidents, deployments, security events, and the curves"
                    + " of the service."
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "KIND", description = "daily or weekly.")
    private String kind;

    @Mixin private FiguresOption asked;
    @Mixin private FormatOption format;
    @Spec private CommandSpec spec;

    private final InstantSource clock;
    private final ZoneId zone;

    ReportCommand() {
        this(Clock.systemUTC(), ZoneId.systemDefault());
    }

    ReportCommand(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public Integer call() {
        int days =
                switch (kind) {
                    case "daily" -> 1;
                    case "weekly" -> 7;
                    default ->
                            throw new ParameterException(
                                    spec.commandLine(),
                                    "There is no report \"" + kind + "\": write daily or weekly");
                };
        PeriodFigures read = asked.read(clock.instant(), zone, days, spec.commandLine().getErr());
        PeriodReport report =
                new PeriodReport(
                        days == 1 ? "Daily report" : "Weekly report", read.figures(), zone);
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                format.written(
                        report::markdown,
                        report::html,
                        () -> FiguresJson.of(read.figures(), true)));
        out.flush();
        return 0;
    }
}
