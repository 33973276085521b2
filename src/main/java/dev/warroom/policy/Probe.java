package dev.warroom.policy;

import java.net.URI;
import java.time.Duration;

/**
 * One health check.
 *
 * @param name unique in the workspace
 * @param check what is looked at
 * @param every from one look to the next, at least 1 s
 * @param timeout after which the answer counts as none, less than 10 min
 */
public record Probe(String name, Check check, Duration every, Duration timeout) {

    public static final Duration USUAL_EVERY = Duration.ofSeconds(10);
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(5);

    /** What a probe looks at. */
    public sealed interface Check permits Http, Tcp, Command {}

    /**
     * GET, without following redirects.
     *
     * @param status the code that counts as well; any from 200 to 299 where it is 0
     */
    public record Http(URI url, int status) implements Check {}

    /** A connection that can be opened. */
    public record Tcp(String host, int port) implements Check {}

    /**
     * A command that answers as the Nagios plugin API has it: exit 0 ok, 1 warning, 2 critical, 3
     * and anything else unknown; the first line of its output is the detail.
     */
    public record Command(String line) implements Check {}
}
