package dev.warroom.cli;

import dev.warroom.execution.Place;
import dev.warroom.execution.Runs;
import dev.warroom.incident.Attempt;
import dev.warroom.incident.Incident;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Steps of a drill that still run when it is left: unlike those of an incident, they end with it.
 */
final class DrillSteps {

    /** How long is waited for them after they were killed. */
    private static final Duration LONGEST_END = Runs.GRACE.plusSeconds(2);

    private DrillSteps() {}

    /**
     * Stops what runs, and waits until it has ended, 7 s at most.
     *
     * @param incident as it was when the drill was left
     * @param state the state folder
     */
    static void end(Incident incident, Path state) throws InterruptedException {
        List<Attempt> running = incident.running();
        if (running.isEmpty()) {
            return;
        }
        CountDownLatch ended = new CountDownLatch(running.size());
        Place local = Place.local(state);
        try (Runs runs = new Runs((run, end) -> ended.countDown())) {
            for (Attempt attempt : running) {
                runs.find(attempt.run(), local);
                runs.stop(attempt.run(), local, "");
            }
            ended.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
