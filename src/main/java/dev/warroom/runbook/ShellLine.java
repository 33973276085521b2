package dev.warroom.runbook;

/**
 * One line of a shell block without its prompt.
 *
 * @param line in the file, counted from 1
 * @param output whether it is what a command printed
 */
record ShellLine(int line, String text, boolean output) {}
