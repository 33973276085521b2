package dev.warroom.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code open} with its options where they are plainly written, each once and with its value
 * behind a blank. Help, mistakes and all other forms are left to the command-line library, so that
 * they are told in one way only.
 */
final class PlainOpen {

    private static final List<String> OPTIONS = List.of("--workspace", "--state", "--incident");

    private PlainOpen() {}

    /** The command, ready to be called; empty where the library has to look. */
    static Optional<OpenCommand> read(String... arguments) {
        if (arguments.length % 2 == 0 || !arguments[0].equals("open")) {
            return Optional.empty();
        }
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            String value = arguments[i + 1];
            // A value like -x or @x means something else to the library.
            boolean plain = !value.isEmpty() && "-@".indexOf(value.charAt(0)) < 0;
            if (!plain
                    || !OPTIONS.contains(arguments[i])
                    || given.put(arguments[i], value) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new OpenCommand(
                        new WorkspaceOption(given.get("--workspace")),
                        new StateOption(given.get("--state")),
                        given.get("--incident")));
    }
}
