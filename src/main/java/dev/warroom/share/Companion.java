package dev.warroom.share;

import java.time.Instant;

/**
 * A room on another machine that has the same incident open.
 *
 * @param who the person, and where: {@code ben@app-2}
 * @param since when they opened it, by their own clock
 * @param at what they look at, in their room's words; may be empty
 */
public record Companion(String who, Instant since, String at) {}
