package dev.warroom.health;

import dev.warroom.policy.Probe;
import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.ChildResult;
import dev.warroom.room.Reading.Health;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a command that answers as a Nagios plugin does. */
final class CommandLook {

    private static final int MOST_OUTPUT = 8 * 1024;

    private CommandLook() {}

    static Finding look(Probe.Command check, Path workspace, Duration timeout)
            throws InterruptedException {
        ChildResult result;
        try {
            result =
                    Child.run(
                            ChildCommand.of(workspace, timeout, "bash", "-c", check.line())
                                    .withMostOutput(MOST_OUTPUT));
        } catch (IOException e) {
            return new Finding(Health.UNKNOWN, e.getMessage());
        }
        if (result.timedOut()) {
            return Finding.silence(Health.UNKNOWN, timeout);
        }
        int exit = result.exit().orElse(-1);
        Health health =
                switch (exit) {
                    case 0 -> Health.OK;
                    case 1 -> Health.WARNING;
                    case 2 -> Health.CRITICAL;
                    default -> Health.UNKNOWN;
                };
        String said = firstLine(result.output());
        if (said.isEmpty()) {
            said = firstLine(result.errors());
        }
        return new Finding(health, said.isEmpty() ? "exit " + exit + ", no output" : said);
    }

    /** The first line that says something, without the performance data behind the bar. */
    private static String firstLine(String output) {
        for (String line : output.split("\n")) {
            int bar = line.indexOf('|');
            String words = (bar < 0 ? line : line.substring(0, bar)).strip();
            if (!words.isEmpty()) {
                return words;
            }
        }
        return "";
    }
}
