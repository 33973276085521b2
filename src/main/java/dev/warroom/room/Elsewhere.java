package dev.warroom.room;

import java.time.Instant;

/**
 * A room on another machine that has the same incident open.
 *
 * @param who the person, and where: {@code ben@app-2}
 * @param since when they opened it, by their own clock
 * @param at what they look at; may be empty
 */
public record Elsewhere(String who, Instant since, String at) {

    /** The person alone. */
    public String name() {
        int at = who.lastIndexOf('@');
        return at < 0 ? who : who.substring(0, at);
    }

    /** What stands behind their name: {@code @app-2}. */
    public String place() {
        return who.substring(name().length());
    }
}
