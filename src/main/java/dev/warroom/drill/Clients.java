package dev.warroom.drill;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;

import javax.net.ssl.SSLSocketFactory;

/**
 * The service's clients, who ask over loopback all the time: together about 20 times a second. A
 * service that has a certificate is asked by TLS; where they do not trust it they ask for nothing,
 * and say so in their log.
 */
final class Clients implements AutoCloseable {

    private static final int COUNT = 4;
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final int PERCENT_OF_JOBS = 65;
    private static final String[] FILMS = {
        "harbour-lights", "north-pass", "paper-moons", "last-tram", "salt-road"
    };

    private final URI jobs;
    private final Optional<SSLSocketFactory> sockets;
    private final ServiceLog log;
    private final InstantSource clock;
    private final int speed;
    private volatile boolean open = true;

    private Clients(
            URI jobs,
            Optional<SSLSocketFactory> sockets,
            ServiceLog log,
            InstantSource clock,
            int speed) {
        this.jobs = jobs;
        this.sockets = sockets;
        this.log = log;
        this.clock = clock;
        this.speed = speed;
    }

    /**
     * @param port the service's, where it has no certificate
     * @param speed how many times as busy they are, at least 1
     * @throws IOException where their log cannot be written
     */
    static Clients of(Workspace workspace, int port, InstantSource clock, int speed)
            throws IOException {
        Certificate certificate = workspace.certificate();
        boolean secure = Files.exists(certificate.portFile());
        String place =
                secure
                        ? "https://127.0.0.1:" + Files.readString(certificate.portFile()).strip()
                        : "http://127.0.0.1:" + port;
        return new Clients(
                URI.create(place + "/jobs"),
                secure ? Optional.of(new ClientTrust(certificate).sockets()) : Optional.empty(),
                workspace.openClientsLog(),
                clock,
                speed);
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
                Loopback.ask(jobs, body(choices), sockets);
            } catch (IOException e) {
                // While the service restarts there is no answer, and a client asks again.
                ClientTrust.refusal(e).ifPresent(this::refused);
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

    private void refused(String why) {
        log.write(clock.instant(), ServiceLog.Level.ERROR, "refused " + jobs + ": " + why);
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
    public void close() throws IOException {
        open = false;
        log.close();
    }
}
