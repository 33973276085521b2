package dev.warroom.terminal;

/**
 * There is no terminal that a full screen could be drawn on; the message says why and what to do.
 */
public final class NoTerminalException extends Exception {

    private static final long serialVersionUID = 1L;

    NoTerminalException(String message) {
        super(message);
    }
}
