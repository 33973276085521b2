package dev.warroom.runbook;

/**
 * One line of a shell block without its prompt.
 *
 * @param line in the file, counted from 1
 * @param output whether it is what a command printed
 * @param typed whether it stood behind a prompt
 */
record ShellLine(int line, String text, boolean output, boolean typed) {

    /** The same line, as if it stood behind a prompt. */
    ShellLine asTyped() {
        return output || text.isBlank() ? this : new ShellLine(line, text, false, true);
    }

    ShellLine(int line, String text) {
        this(line, text, false, false);
    }
}
