package dev.warroom.cli;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Map;

/** Where journals and runs are kept. */
final class StateOption {

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where journals and runs are kept (default: $XDG_STATE_HOME/warroom).")
    private Path state;

    /** What the command-line library fills in. */
    StateOption() {
        this(null);
    }

    /**
     * @param given null where nothing was
     */
    StateOption(String given) {
        state = given == null ? null : Path.of(given);
    }

    Path folder() {
        return folder(System.getenv());
    }

    /** What to add to another command so that it finds the same folder; empty for the usual one. */
    String argument() {
        return state == null ? "" : " --state " + state;
    }

    /**
     * As https://specifications.freedesktop.org/basedir-spec/ has it.
     *
     * @throws Failure if the option is empty
     */
    Path folder(Map<String, String> environment) {
        if (state != null) {
            return Failure.folder("--state", state);
        }
        String home = environment.getOrDefault("XDG_STATE_HOME", "");
        // The specification says that a relative path is to be ignored.
        return home.startsWith("/")
                ? Path.of(home, "warroom")
                : Path.of(System.getProperty("user.home"), ".local", "state", "warroom");
    }
}
