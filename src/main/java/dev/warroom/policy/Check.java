package dev.warroom.policy;

import java.net.URI;

/** What a probe looks at. Each has one main figure, which its thresholds judge. */
public sealed interface Check {

    /**
     * GET, without following redirects. Its figure is the time to the whole answer, in
     * milliseconds, or the number in the JSON field where one is named without a value it must
     * have.
     */
    record Http(URI url, HttpWants wants) implements Check {

        /**
         * @param status the code that counts as well; any from 200 to 299 where it is 0
         */
        public Http(URI url, int status) {
            this(url, HttpWants.status(status));
        }
    }

    /** A connection that can be opened. Its figure is the time that took, in milliseconds. */
    record Tcp(String host, int port) implements Check {}

    /**
     * A command that answers as the Nagios plugin API has it: exit 0 ok, 1 warning, 2 critical, 3
     * and anything else unknown; the first line of its output is the detail. Its figure is the
     * first one of its performance data.
     */
    record Command(String line) implements Check {}

    /** How full the file system is that {@code path} lies on, in percent as df shows it. */
    record Disk(String path) implements Check {}

    /** How much of the memory is not available to programs, in percent. */
    record Memory() implements Check {}

    /** The load average of the last minute, divided by the number of processors. */
    record Load() implements Check {}

    /**
     * How many processes have a command line that {@code pattern}, a regular expression, matches.
     */
    record Processes(String pattern) implements Check {}

    /** How many sockets listen on a TCP port of the machine. */
    record Port(int port) implements Check {}

    /** How old the newest file is that {@code glob} matches, in seconds: a backup's age. */
    record FileAge(String glob) implements Check {}

    /**
     * How many lines of a level, or a worse one, the log pane has got within the last minute.
     *
     * @param level {@code warning}, {@code error} or {@code critical}
     */
    record LogRate(String level) implements Check {}

    /** What is well where a probe names no thresholds of its own. */
    default Thresholds usual() {
        return switch (this) {
            case Disk disk -> Thresholds.of("80", "90");
            case Memory memory -> Thresholds.of("85", "95");
            case Load load -> Thresholds.of("1.5", "3");
            case Processes processes -> Thresholds.of("1:", "1:");
            case Port port -> Thresholds.of("1:", "1:");
            case LogRate rate -> Thresholds.of("0", "10");
            case FileAge age -> Thresholds.of("93600", "180000");
            case Http http -> Thresholds.NONE;
            case Tcp tcp -> Thresholds.NONE;
            case Command command -> Thresholds.NONE;
        };
    }

    /** In what the figure is counted; empty where it is a plain number or not known beforehand. */
    default String unit() {
        return switch (this) {
            case Http http -> http.wants().figure().isPresent() ? "" : "ms";
            case Tcp tcp -> "ms";
            case Disk disk -> "%";
            case Memory memory -> "%";
            case FileAge age -> "s";
            case LogRate rate -> "/min";
            case Load load -> "";
            case Processes processes -> "";
            case Port port -> "";
            case Command command -> "";
        };
    }
}
