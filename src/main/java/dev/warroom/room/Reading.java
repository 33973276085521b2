package dev.warroom.room;

import java.time.Duration;
import java.time.Instant;

/**
 * What a probe found at one time.
 *
 * @param probe its name
 * @param took how long the answer needed
 * @param detail one sanitised line: "503", "connection refused", "61 % used"
 */
public record Reading(String probe, Health health, Instant at, Duration took, String detail) {

    /** How the thing probed is, in the words of the Nagios plugin API. */
    public enum Health {
        OK,
        WARNING,
        CRITICAL,
        UNKNOWN
    }
}
