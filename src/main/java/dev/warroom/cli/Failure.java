package dev.warroom.cli;

import java.nio.file.Path;

/** The command cannot do what it was asked; the message says why and what to do. Exit code 2. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message);
    }

    /**
     * The folder that an option names. An empty one is usually a variable that is not set, and
     * would mean the current folder.
     */
    static Path folder(String option, Path given) {
        if (given.toString().isBlank()) {
            throw new Failure(option + " is empty: name a folder, such as: " + option + " /srv/x");
        }
        return given.toAbsolutePath().normalize();
    }
}
