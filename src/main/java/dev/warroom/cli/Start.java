package dev.warroom.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Where the launcher enters. Opening the room, and preparing for that, is done at once; all else is
 * {@link Main}'s, whose command-line library takes as long to load as the room does. Even the cache
 * of a start must not know {@link Main}, since the Java runtime would check it at every start.
 */
final class Start {

    private Start() {}

    static void main(String[] arguments) {
        Optional<OpenCommand> open = PlainOpen.read(arguments);
        if (open.isPresent()) {
            System.exit(opened(open.get()));
        }
        if (List.of(arguments).equals(List.of("prime"))) {
            System.exit(prepared());
        }
        Main.main(arguments);
    }

    private static int opened(OpenCommand open) {
        try {
            return open.call();
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
            return new PrimeCommand().call();
        } catch (Exception e) {
            System.err.println("The start cache cannot be made: " + e);
            return Main.WRONG_USE;
        }
    }
}
