package dev.warroom.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Where the launcher enters. Opening the room, reading logs, and preparing for that, is done at
 * once; all else is {@link Main}'s, whose command-line library takes as long to load as the room
 * does. Even the cache of a start must not know {@link Main}, since the Java runtime would check it
 * at every start.
 */
final class Start {

    private Start() {}

    static void main(String[] arguments) {
        Optional<OpenCommand> open = PlainOpen.read(arguments);
        if (open.isPresent()) {
            System.exit(done(open.get()));
        }
        Optional<LogPrint> logs = PlainLogs.read(arguments);
        if (logs.isPresent()) {
            System.exit(done(logs.get()));
        }
        if (List.of(arguments).equals(List.of("prime"))) {
            System.exit(prepared());
        }
        Main.main(arguments);
    }

    private static int done(Callable<Integer> command) {
        try {
            return command.call();
        } catch (Exception e) {
            return Main.told(e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        } catch (Error e) {
            System.err.println(Crash.told(e));
            return Crash.EXIT;
        }
    }

    /**
     * The launcher starts the program without a cache where this fails; there is nothing to report.
     */
    private static int prepared() {
        try {
            return new PrimeCommand(Duration.ofSeconds(20)).call();
        } catch (Exception e) {
            System.err.println("The start cache cannot be made: " + e);
            return Main.WRONG_USE;
        }
    }
}
