package dev.warroom.logs;

import java.time.Duration;

/**
 * How often a follower looks, and how long it waits.
 *
 * @param poll from one look at the files to the next
 * @param rescan from one look for new files to the next
 * @param quiet after which a line without an end is shown as it is
 * @param missing after which a file that is gone counts as lost
 * @param release after which a file that is gone or rotated, and silent, is closed; its room on the
 *     disk is not freed before
 */
record Pace(Duration poll, Duration rescan, Duration quiet, Duration missing, Duration release) {

    static final Pace USUAL =
            new Pace(
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5));
}
