package dev.warroom.room;

import dev.warroom.history.History;

/**
 * What was kept of the probes from before, also from earlier sittings.
 *
 * @param hours the last days, by the hour
 * @param minutes the last hours, by the minute
 */
public record Past(History hours, History minutes) {

    public static final Past NONE = new Past(History.NONE, History.NONE);
}
