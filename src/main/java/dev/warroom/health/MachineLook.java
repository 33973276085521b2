package dev.warroom.health;

import dev.warroom.policy.Thresholds;
import dev.warroom.process.ChildResult;
import dev.warroom.room.Reading.Health;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Looks at a machine: this one, or a target. */
final class MachineLook {

    private static final int MOST_ANSWER = 1 << 20;

    private MachineLook() {}

    static Finding here(MachineCheck check, Thresholds limits, Duration timeout, Beside beside)
            throws InterruptedException {
        try {
            return found(check, beside.call(timeout, check::here), limits);
        } catch (TimeoutException e) {
            return Finding.silence(Health.UNKNOWN, timeout);
        } catch (ExecutionException e) {
            return new Finding(Health.UNKNOWN, Failures.words(e.getCause()));
        }
    }

    static Finding on(
            String target,
            RemoteShell shell,
            MachineCheck check,
            Thresholds limits,
            Duration timeout)
            throws InterruptedException {
        try {
            ChildResult result = shell.run(target, check.script(), timeout, MOST_ANSWER);
            if (result.timedOut()) {
                return Finding.silence(Health.UNKNOWN, timeout);
            }
            if (!result.succeeded()) {
                String said = result.errors().lines().findFirst().orElse("");
                return new Finding(
                        Health.UNKNOWN, said.isEmpty() ? "exit " + result.exit().orElse(-1) : said);
            }
            return found(check, result.output(), limits);
        } catch (IOException e) {
            return new Finding(Health.UNKNOWN, e.getMessage());
        }
    }

    private static Finding found(MachineCheck check, String answer, Thresholds limits) {
        try {
            MachineCheck.Figure figure = check.read(answer);
            return Finding.of(figure.metric(), limits, figure.words());
        } catch (IOException e) {
            // A backup that is not there is as bad as one that is too old.
            Health health = check instanceof FileAgeCheck ? Health.CRITICAL : Health.UNKNOWN;
            return new Finding(health, e.getMessage());
        }
    }
}
