package dev.warroom.cli;

import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The terminal line's settings as they were before the program, in the words of {@code stty -g}:
 * JLine sets the modes it knows and clears the line's speed and discipline. The launcher asks for
 * them, because a shell does so in a millisecond.
 *
 * @param saved empty where nobody asked
 */
record LineSettings(String saved) {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Path INPUT = Path.of("/proc/self/fd/0");

    static LineSettings before() {
        return new LineSettings(System.getProperty("warroom.stty", ""));
    }

    /** Sets them back; where that cannot be done, what JLine restored has to do. */
    void restore() {
        if (saved.isEmpty()) {
            return;
        }
        try {
            String device = Files.readSymbolicLink(INPUT).toString();
            Child.run(ChildCommand.of(Path.of("/"), LIMIT, "stty", "-F", device, saved));
        } catch (IOException | UnsupportedOperationException e) {
            // The line is gone, or this is not Linux.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
