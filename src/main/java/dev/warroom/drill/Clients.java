package dev.warroom.drill;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/** The service's clients, who ask over loopback all the time: together about 20 times a second. */
final class Clients implements AutoCloseable {

    private static final int COUNT = 4;
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final int PERCENT_OF_JOBS = 65;
    private static final String[] FILMS = {
        "harbour-lights", "north-pass", "paper-moons", "last-tram", "salt-road"
    };

    private final URI jobs;
    private final int speed;
    private volatile boolean open = true;

    /**
     * @param service the service's address, without a path
     * @param speed how many times as busy they are, at least 1
     */
    Clients(URI service, int speed) {
        this.speed = speed;
        this.jobs = service.resolve("/jobs");
    }

    /** Begins; each client has its own stream of choices. */
    void begin() {
        for (int client = 1; client <= COUNT; client++) {
            var choices = new SplittableRandom(client);
            Thread.ofVirtual().name("client-" + client).start(() -> ask(choices));
        }
    }

    private void ask(SplittableRandom choices) {
        while (open) {
            try {
                Loopback.ask(jobs, body(choices));
            } catch (IOException e) {
                // While the service restarts there is no answer, and a client asks again.
            }
            try {
                long millis = BETWEEN.toMillis() / speed;
                Thread.sleep(millis / 2 + choices.nextLong(millis));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Optional<String> body(SplittableRandom choices) {
        return choices.nextInt(100) < PERCENT_OF_JOBS
                ? Optional.of(job(choices).form())
                : Optional.empty();
    }

    /** A job as clients send them. */
    static Job job(SplittableRandom choices) {
        return new Job(FILMS[choices.nextInt(FILMS.length)], 24 * choices.nextInt(1, 40));
    }

    @Override
    public void close() {
        open = false;
    }
}
