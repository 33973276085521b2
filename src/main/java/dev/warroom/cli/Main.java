package dev.warroom.cli;

import dev.warroom.journal.JournalException;
import dev.warroom.problem.ProblemsException;
import dev.warroom.terminal.NoTerminalException;
import dev.warroom.text.Sanitiser;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The program. Exit codes: 0 all is well, 1 what was looked at is not, 2 wrong use or
 * configuration.
 */
@Command(
        name = "warroom",
        description =
                "Runs an incident from a terminal: logs, health, runbook and timeline on one"
                        + " screen.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class Main implements Runnable {

    static final int WRONG_USE = 2;

    @Spec private CommandSpec spec;

    private Main() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do, such as: warroom drill");
    }

    public static void main(String[] args) {
        System.exit(neededFor(args).execute(args));
    }

    /** All commands, with their errors told as people can read them. */
    static CommandLine commandLine() {
        return of(Commands.ALL);
    }

    /** What is needed of it for these arguments. */
    static CommandLine neededFor(String... arguments) {
        return of(Commands.neededFor(arguments));
    }

    private static CommandLine of(List<Class<?>> commands) {
        CommandLine line = new CommandLine(new Main());
        commands.forEach(line::addSubcommand);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler(
                (failure, command, parsed) ->
                        told(failure, command.getErr()) == WRONG_USE
                                ? wrongUse(command)
                                : Crash.EXIT);
        line.setParameterExceptionHandler(
                (wrong, given) -> {
                    CommandLine command = wrong.getCommandLine();
                    command.getErr().println(wrong.getMessage());
                    CommandLine.UnmatchedArgumentException.printSuggestions(
                            wrong, command.getErr());
                    command.getErr()
                            .println(
                                    "See: " + command.getCommandSpec().qualifiedName() + " --help");
                    return wrongUse(command);
                });
        return line;
    }

    /** The exit code of wrong use: 2, unless that means something else to who calls the command. */
    private static int wrongUse(CommandLine command) {
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Says what went wrong; answers the exit code. */
    static int told(Exception failure, PrintWriter err) {
        boolean known = known(failure);
        err.println(known ? Sanitiser.lines(failure.getMessage()) : Crash.told(failure));
        return known ? WRONG_USE : Crash.EXIT;
    }

    /** Whether a person can mend it; anything else is a fault of the program. */
    private static boolean known(Exception failure) {
        return failure instanceof Failure
                || failure instanceof ProblemsException
                || failure instanceof JournalException
                || failure instanceof NoTerminalException;
    }
}
