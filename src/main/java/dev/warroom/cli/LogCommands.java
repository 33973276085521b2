package dev.warroom.cli;

import dev.warroom.logs.CommandLogs;
import dev.warroom.process.Dialogue;
import dev.warroom.text.Sanitiser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Starts the commands whose output is a log.
 *
 * @param folder where they run
 */
record LogCommands(Path folder) implements CommandLogs.Launcher {

    @Override
    public CommandLogs.Running start(String command) throws IOException {
        return new Started(Dialogue.start(List.of("/bin/sh", "-c", command), List.of(), folder));
    }

    private record Started(Dialogue child) implements CommandLogs.Running {

        @Override
        public InputStream output() {
            return child.answers();
        }

        @Override
        public String ending() throws InterruptedException {
            OptionalInt exit = child.exit();
            String complaint = child.complaints().lines().reduce((first, last) -> last).orElse("");
            return (exit.isPresent() ? "ended, exit " + exit.getAsInt() : "prints no more")
                    + (complaint.isBlank() ? "" : ": " + Sanitiser.line(complaint));
        }

        @Override
        public void close() {
            try {
                child.stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
