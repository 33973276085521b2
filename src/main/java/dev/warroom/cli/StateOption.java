package dev.warroom.cli;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
     * @throws Failure if the option is empty, or nobody says where and there is no home folder
     */
    Path folder(Map<String, String> environment) {
        return known(environment)
                .orElseThrow(
                        () ->
                                new Failure(
                                        "There is no home folder to keep journals in: name a"
                                                + " folder with --state DIR, or set HOME."));
    }

    /**
     * The same; empty where nobody says where, and there is no home folder.
     *
     * @throws Failure if the option is empty
     */
    Optional<Path> known(Map<String, String> environment) {
        if (state != null) {
            return Optional.of(Failure.folder("--state", state));
        }
        String given = environment.getOrDefault("XDG_STATE_HOME", "");
        // The specification says that a relative path is to be ignored.
        if (given.startsWith("/")) {
            return Optional.of(Path.of(given, "warroom"));
        }
        // The Java runtime asks the system's users and not HOME, and calls a home that nobody knows
        // "?".
        return Stream.of(environment.getOrDefault("HOME", ""), System.getProperty("user.home"))
                .filter(it -> it.startsWith("/"))
                .findFirst()
                .map(it -> Path.of(it, ".local", "state", "warroom"));
    }
}
