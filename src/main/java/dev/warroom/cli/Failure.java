package dev.warroom.cli;

/** The command cannot do what it was asked; the message says why and what to do. Exit code 2. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message);
    }
}
