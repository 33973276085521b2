package dev.warroom.health;

import dev.warroom.policy.Probe;
import dev.warroom.room.Reading;
import dev.warroom.room.Reading.Health;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks at every probe at once and then at its interval, each on a thread of its own: a slow one
 * delays no other, and is not looked at again before it has answered.
 */
public final class Probes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Path workspace;
    private final InstantSource clock;
    private final Consumer<Reading> readings;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private HttpClient client;

    private Probes(Path workspace, InstantSource clock, Consumer<Reading> readings) {
        this.workspace = workspace;
        this.clock = clock;
        this.readings = readings;
    }

    /**
     * Begins to look.
     *
     * @param workspace where commands run
     * @param clock says when an answer came
     * @param readings gets every answer, on the probe's own thread; several may come at a time
     */
    public static Probes start(
            List<Probe> probes, Path workspace, InstantSource clock, Consumer<Reading> readings) {
        Probes started = new Probes(workspace, clock, readings);
        for (Probe probe : probes) {
            started.threads.add(
                    Thread.ofVirtual()
                            .name("probe-" + probe.name())
                            .start(() -> started.repeat(probe)));
        }
        return started;
    }

    /** Ends all looks, also those under way, and kills their commands. */
    @Override
    public void close() {
        closed.countDown();
        threads.forEach(Thread::interrupt);
        long limit = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(0, limit - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (client != null) {
                client.shutdownNow();
            }
        }
    }

    private void repeat(Probe probe) {
        try {
            long next = System.nanoTime();
            do {
                long began = System.nanoTime();
                Finding found = look(probe);
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                if (closed.getCount() == 0) {
                    return;
                }
                readings.accept(
                        new Reading(
                                probe.name(),
                                found.health(),
                                clock.instant(),
                                took,
                                found.detail()));
                next = Math.max(next + probe.every().toNanos(), System.nanoTime());
            } while (!closed.await(next - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            // Only close() interrupts.
            return;
        }
    }

    private Finding look(Probe probe) throws InterruptedException {
        try {
            return switch (probe.check()) {
                case Probe.Http http -> new HttpLook(client()).look(http, probe.timeout());
                case Probe.Tcp tcp -> TcpLook.look(tcp, probe.timeout());
                case Probe.Command command -> CommandLook.look(command, workspace, probe.timeout());
            };
        } catch (RuntimeException e) {
            // A probe that cannot be looked at must not pass for one that is merely silent.
            return new Finding(Health.UNKNOWN, "cannot be looked at: " + e);
        }
    }

    /** Made when it is needed: most of its cost is in loading it. */
    private synchronized HttpClient client() {
        if (client == null) {
            client =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .executor(Executors.newVirtualThreadPerTaskExecutor())
                            .build();
        }
        return client;
    }
}
