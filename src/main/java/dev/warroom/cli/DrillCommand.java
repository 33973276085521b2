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
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Opens the war room on a small practice service that is broken. */
@Command(
        name = "drill",
        description = {
            "Practise: start a small service, break it, and open the war room on it.",
            "Nothing outside a temporary folder is touched, and nothing is left running."
        },
        mixinStandardHelpOptions = true)
final class DrillCommand implements Callable<Integer> {

    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws NoTerminalException {
        PrintWriter out = spec.commandLine().getOut();
        Session.requireTerminal();
        out.println("Starting the practice service and breaking it …");
        Path home = home();
        Path kept = state.folder();
        try (Drill drill = Drill.start(home, Scenario.BAD_RELEASE)) {
            Session session = new Session(drill.workspace(), kept, Mode.ACTS);
            Severity severity = Severity.parse(drill.severity()).orElseThrow();
            Incident last =
                    session.run(
                            new Session.Declared(severity, drill.title(), drill.runbookTitle()));
            DrillSteps.end(last, kept);
            tell(out, last, kept, state.argument());
        } catch (IOException e) {
            throw new Failure("The drill cannot go on: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void tell(PrintWriter out, Incident incident, Path state, String again) {
        if (!incident.begun()) {
            return;
        }
        out.println("The drill is over, and the practice service is gone.");
        out.println("  What happened:  warroom log " + incident.id() + again);
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
