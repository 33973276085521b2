package dev.warroom.runbook;

/**
 * Something that must be filled before a step runs.
 *
 * @param name what it is asked by: {@code previous-version}
 * @param written how it stands in the script: {@code <previous-version>}
 */
public record Placeholder(String name, String written) {}
