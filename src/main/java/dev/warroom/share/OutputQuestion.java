package dev.warroom.share;

/**
 * Somebody on another machine wants to read what a run has printed that was begun on this one.
 *
 * @param id what the answer is given by
 * @param who the person, and where: {@code ben@app-2}
 * @param member whether a member of the room has signed that they ask, in that name
 * @param before the lines before this one are asked for, the newest of them first; 0 for the newest
 */
public record OutputQuestion(String id, String who, boolean member, String run, long before) {}
