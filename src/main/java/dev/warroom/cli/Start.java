package dev.warroom.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where the launcher enters. Opening the room is done at once; all else is {@link Main}'s, whose
 * command-line library takes as long to load as the room does.
 */
final class Start {

    private Start() {}

    static void main(String[] arguments) {
        Optional<OpenCommand> open = PlainOpen.read(arguments);
        if (open.isPresent()) {
            System.exit(opened(open.get()));
        }
        Main.main(arguments);
    }

    private static int opened(OpenCommand open) {
        try {
            return open.call();
        } catch (Exception e) {
            return Main.told(e, new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        }
    }
}
