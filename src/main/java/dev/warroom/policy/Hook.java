package dev.warroom.policy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Something that messages and events are handed to.
 *
 * @param name unique in the workspace
 * @param on names of templates, and {@code escalation}; everything where it is empty
 * @param timeout after which an attempt counts as failed
 * @param attempts at least 1
 */
public record Hook(String name, Set<String> on, Way way, Duration timeout, int attempts) {

    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

    /** Of a POST; a command is run once, since what it did before it failed nobody knows. */
    public static final int USUAL_ATTEMPTS = 3;

    /** How it is handed over. */
    public sealed interface Way {}

    /** A command line, with the JSON on its standard input. */
    public record Command(String line) implements Way {}

    /**
     * An HTTPS POST of the JSON.
     *
     * @param secret the environment variable whose value goes into the header {@code Authorization:
     *     Bearer}
     */
    public record Post(URI url, Optional<String> secret) implements Way {}

    public Hook {
        on = Set.copyOf(on);
    }

    /** Whether it takes this template or event. */
    public boolean takes(String what) {
        return on.isEmpty() || on.contains(what);
    }
}
