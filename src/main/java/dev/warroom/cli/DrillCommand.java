package dev.warroom.cli;

import dev.warroom.drill.Drill;
import dev.warroom.drill.Scenario;
import dev.warroom.incident.Incident;
import dev.warroom.incident.Severity;
import dev.warroom.room.Mode;
import dev.warroom.terminal.NoTerminalException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** Opens the war room on a small practice service that is broken. */
@Command(
        name = "drill",
        description = {
            "Practise: start a small service, break it, and open the war room on it.",
            "Nothing outside a temporary folder is touched, and nothing is left running.",
            "Exit code 0; with --headless 0 if the service is healthy again, 1 if it is not."
        },
        mixinStandardHelpOptions = true)
final class DrillCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            defaultValue = "bad-release",
            description = "What breaks, as --list names it (${DEFAULT-VALUE}).")
    private String name;

    @Option(names = "--list", description = "Say which scenarios there are.")
    private boolean list;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description =
                    "How many times as busy the clients are, from 1 to 10 (1); clocks stay as they"
                            + " are.")
    private int speed;

    @Option(
            names = "--headless",
            description = "Without a screen: let a script find and mend what is broken.")
    private boolean headless;

    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws NoTerminalException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            for (Scenario scenario : Scenario.values()) {
                out.printf("%-20s %s  %s%n", scenario.key(), scenario.severity(), scenario.title());
            }
            return 0;
        }
        Scenario scenario = scenario();
        if (speed < 1 || speed > Drill.MOST_SPEED) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--speed " + speed + ": a whole number from 1 to " + Drill.MOST_SPEED);
        }
        if (!headless) {
            Session.requireTerminal();
        }
        out.println("Starting the practice service and breaking it …");
        out.flush();
        Path kept = state.folder();
        try (Drill drill = Drill.start(home(), scenario, speed);
                DrillWatch watch = DrillWatch.begin(drill::healthy)) {
            if (headless) {
                return new HeadlessDrill(drill, watch, kept, out).play() ? 0 : 1;
            }
            Session session = new Session(drill.workspace(), kept, Mode.ACTS);
            Severity severity = Severity.parse(drill.severity()).orElseThrow();
            Incident last =
                    session.run(
                            new Beginning.Declared(severity, drill.title(), drill.runbookTitle()));
            DrillSteps.end(last, kept);
            tell(out, last, kept, state.argument());
            if (last.begun()) {
                new DrillDebrief(scenario, watch.settled()).of(last).forEach(out::println);
            }
        } catch (IOException e) {
            throw new Failure("The drill cannot go on: " + e.getMessage());
        }
        return 0;
    }

    private Scenario scenario() {
        return Scenario.named(name)
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "There is no scenario \"%s\"; there are: %s."
                                                .formatted(
                                                        name,
                                                        Arrays.stream(Scenario.values())
                                                                .map(Scenario::key)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    private static void tell(PrintWriter out, Incident incident, Path state, String again) {
        if (!incident.begun()) {
            return;
        }
        out.println("The drill is over, and the practice service is gone.");
        out.println("  What happened:  " + Program.typed() + " log " + incident.id() + again);
        if (incident.open()) {
            out.println("  The incident was not resolved (:resolve does that).");
        } else {
            out.println(
                    "  Post-mortem:    "
                            + state.resolve("incidents").resolve(incident.id() + "-postmortem.md"));
        }
    }

    /** Where the product's runbooks, layouts and scripts are; the launcher says it. */
    private static Path home() {
        String home = System.getProperty("warroom.home", "");
        return Path.of(home.isEmpty() ? "." : home).toAbsolutePath().normalize();
    }
}
