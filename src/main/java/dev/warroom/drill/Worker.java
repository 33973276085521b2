package dev.warroom.drill;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Renders the jobs, oldest first; what that is like only its log tells. */
final class Worker implements Runnable {

    private static final Duration BETWEEN = Duration.ofMillis(90);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final ConnectionPool database;
    private final ServiceLog log;
    private final InstantSource clock;

    Worker(ConnectionPool database, ServiceLog log, InstantSource clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void run() {
        log.write(clock.instant(), ServiceLog.Level.INFO, "worker takes jobs");
        boolean waiting = true;
        while (waiting) {
            waiting = pause(renderOne() ? BETWEEN : AFTER_FAILURE);
        }
    }

    private boolean renderOne() {
        Instant began = clock.instant();
        try {
            List<String> taken = database.ask("TAKE");
            for (String row : taken) {
                String[] cells = row.split("\t");
                log.write(
                        clock.instant(),
                        ServiceLog.Level.INFO,
                        "rendered job %s %s: %s frames, waited %d s"
                                .formatted(cells[0], cells[1], cells[2], waited(cells[4], began)));
            }
            return true;
        } catch (StoreException e) {
            log.write(
                    clock.instant(),
                    ServiceLog.Level.ERROR,
                    "worker cannot take a job: " + e.getMessage());
            return false;
        }
    }

    private static long waited(String submitted, Instant now) {
        return Duration.between(Instant.parse(submitted), now).toSeconds();
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
