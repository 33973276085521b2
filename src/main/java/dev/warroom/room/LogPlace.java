package dev.warroom.room;

/**
 * A place in a log file.
 *
 * @param source the file's short name
 * @param offset in bytes, at least 0
 */
public record LogPlace(String source, long offset) {}
