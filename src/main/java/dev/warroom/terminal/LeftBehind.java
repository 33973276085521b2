package dev.warroom.terminal;

import org.jline.terminal.Terminal;

import java.io.IOError;
import java.io.IOException;

/**
 * What was typed or pasted for a step that had the terminal, and that it has not read: it was for
 * nobody else, and no longer says that it was pasted.
 */
final class LeftBehind {

    /** Within this a byte that is there is read. */
    private static final long SOON_MILLIS = 50;

    private LeftBehind() {}

    static void drop(Terminal terminal) {
        try {
            while (terminal.reader().read(SOON_MILLIS) >= 0) {
                // It means nothing here.
            }
        } catch (IOException | IOError | IllegalStateException e) {
            // It is gone or closed; whoever reads from it next finds out.
        }
    }
}
