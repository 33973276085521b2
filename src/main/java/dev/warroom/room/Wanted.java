package dev.warroom.room;

/**
 * What somebody on another machine wants to read of a run's output.
 *
 * @param id what the answer is given by
 * @param member whether a member of the room has signed that they ask
 * @param before the number of the line before which it is to end; 0 for the newest
 */
public record Wanted(String id, boolean member, String run, long before) {}
