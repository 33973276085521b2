package dev.warroom.drill;

import java.time.Duration;

/**
 * A release that went to production before the drill opens.
 *
 * @param version as its folder in {@code releases/} is named
 * @param ago how long before the drill's start
 */
record Deployment(String version, Duration ago) {

    /**
     * Reads {@code 1.4.1 PT51H20M}.
     *
     * @throws IllegalArgumentException where it is not a version and an ISO 8601 duration
     */
    static Deployment parse(String text) {
        String[] parts = text.split("\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "deployment \"" + text + "\" must be a version and a duration");
        }
        return new Deployment(parts[0], Duration.parse(parts[1]));
    }
}
