package dev.warroom.shell;

/**
 * One word of a command.
 *
 * @param text without quotes and backslashes; {@code $x} and {@code $(…)} stay as written
 * @param at where it begins in the script, counted from 0
 * @param plain whether it was written without quotes and without anything that is expanded
 */
public record Word(String text, int at, boolean plain) {}
