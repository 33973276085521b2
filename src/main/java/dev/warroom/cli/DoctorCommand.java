package dev.warroom.cli;

import dev.warroom.terminal.CursorWidths;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/** Looks whether this machine and this terminal are as the war room likes them. */
@Command(
        name = "doctor",
        description = {
            "Look at the terminal, its colours and widths, tmux, ssh, the state folder and the Java"
                    + " runtime, and say what to change.",
            "Exit code 0 if nothing is to be changed, 1 if something is."
        },
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Mixin private StateOption state;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<Doctor.Finding> findings =
                new Doctor(
                                System.getenv(),
                                System.console() != null && System.console().isTerminal(),
                                state.known(System.getenv()),
                                texts ->
                                        CursorWidths.of(
                                                System.getenv().getOrDefault("TERM", "dumb"),
                                                texts))
                        .examine();
        for (Doctor.Finding finding : findings) {
            out.printf(
                    "%s %-10s %s%n", finding.well() ? "ok" : "! ", finding.what(), finding.says());
            if (!finding.well()) {
                out.printf("   %-10s %s%n", "", finding.advice());
            }
        }
        long wrong = findings.stream().filter(it -> !it.well()).count();
        out.println(wrong == 0 ? "Nothing is to be changed." : wrong + " to change.");
        return wrong == 0 ? 0 : 1;
    }
}
