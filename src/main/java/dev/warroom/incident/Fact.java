package dev.warroom.incident;

import java.time.Instant;

/**
 * An event that is on disk.
 *
 * @param number counted from 1 within the incident, without gaps
 * @param at when it entered the room
 * @param who the person, as their account names them
 * @param host the machine the room ran on
 * @param origin where it comes from, in a room over several machines
 */
public record Fact(
        long number, Instant at, String who, String host, IncidentEvent event, Origin origin) {

    /** Of a record that is not shared. */
    public Fact(long number, Instant at, String who, String host, IncidentEvent event) {
        this(number, at, who, host, event, Origin.HERE);
    }

    public Fact {
        if (number < 1) {
            throw new IllegalArgumentException("number " + number + " must be >= 1");
        }
    }
}
