package dev.warroom.danger;

import dev.warroom.shell.Command;

import java.util.Optional;

/** One way for a command to be dangerous. */
interface Rule {

    /** What is dangerous in {@code command}; empty where this rule finds nothing. */
    Optional<Danger> in(Command command);
}
