package dev.warroom.policy;

import java.time.ZoneId;
import java.util.Optional;

/**
 * A place that log lines come from, as {@code warroom.yaml} lists it.
 *
 * @param place a glob of files; behind {@value #COMMAND} a command; behind {@value #SSH} a host, a
 *     colon and a glob of files there
 * @param zone of times that name none; empty for that of the machine where the lines are written
 */
public record ListedLog(String place, Optional<ZoneId> zone) {

    /** What begins so is a command, as in the prompt of a shell. */
    public static final String COMMAND = "$ ";

    /** What begins so is on another host. */
    public static final String SSH = "ssh ";

    /** One whose times are in its machine's zone. */
    public static ListedLog of(String place) {
        return new ListedLog(place, Optional.empty());
    }

    /** The same with another text for its place. */
    public ListedLog at(String other) {
        return new ListedLog(other, zone);
    }

    /** Of times that name none, on this machine. */
    public ZoneId zoneHere() {
        return zone.orElseGet(ZoneId::systemDefault);
    }
}
