package dev.warroom.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A terminal for a step that asks something, or draws on the screen. */
@FunctionalInterface
interface StepTerminal {

    /**
     * Lets a command have one, until it ends; may wait for that.
     *
     * @param begun told when the command has started
     * @throws IOException with words for people where there is none; then it has not started
     */
    void give(List<String> command, Runnable begun) throws IOException;

    /** A split of the tmux window that the program is in; {@code otherwise} where it is in none. */
    static StepTerminal splitOr(Path folder, StepTerminal otherwise) {
        TmuxSplit split = new TmuxSplit(System.getenv(), folder);
        return split.possible() ? split : otherwise;
    }
}
