package dev.warroom.health;

import dev.warroom.policy.Thresholds;
import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.process.ChildResult;
import dev.warroom.room.Metric;
import dev.warroom.room.Reading.Health;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs a command that answers as a Nagios plugin does. */
final class CommandLook {

    /** Of each of its outputs; the plugin API lets a reader stop there. */
    private static final int MOST_OUTPUT = 8 * 1024;

    private CommandLook() {}

    static Finding here(String line, Thresholds limits, Path workspace, Duration timeout)
            throws InterruptedException {
        try {
            return found(
                    Child.run(
                            ChildCommand.of(workspace, timeout, "bash", "-c", line)
                                    .withMostOutput(MOST_OUTPUT)),
                    limits,
                    timeout);
        } catch (IOException e) {
            return new Finding(Health.UNKNOWN, e.getMessage());
        }
    }

    static Finding on(
            String target, RemoteShell shell, String line, Thresholds limits, Duration timeout)
            throws InterruptedException {
        try {
            return found(shell.run(target, line, timeout, MOST_OUTPUT), limits, timeout);
        } catch (IOException e) {
            return new Finding(Health.UNKNOWN, e.getMessage());
        }
    }

    private static Finding found(ChildResult result, Thresholds limits, Duration timeout) {
        if (result.timedOut()) {
            return Finding.silence(Health.UNKNOWN, timeout);
        }
        int exit = result.exit().orElse(-1);
        PluginOutput output = PluginOutput.parse(result.output().strip());
        String said =
                output.text().isEmpty()
                        ? PluginOutput.parse(result.errors().strip()).text()
                        : output.text();
        Health own = health(exit);
        List<Metric> metrics = output.metrics();
        Health judged =
                limits.equals(Thresholds.NONE) || metrics.isEmpty()
                        ? own
                        : Finding.judged(metrics.getFirst().value(), limits);
        return new Finding(
                worse(own, judged),
                said.isEmpty() ? "exit " + exit + ", no output" : said,
                metrics,
                output.output(),
                Optional.empty());
    }

    private static Health health(int exit) {
        return switch (exit) {
            case 0 -> Health.OK;
            case 1 -> Health.WARNING;
            case 2 -> Health.CRITICAL;
            default -> Health.UNKNOWN;
        };
    }

    /** What a plugin says of itself is never made better. */
    private static Health worse(Health own, Health judged) {
        return own == Health.UNKNOWN || own == Health.CRITICAL || judged == Health.OK
                ? own
                : judged;
    }
}
