package dev.warroom.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What {@code service.sh start} waits for, before the next line asks whether the service is
 * healthy.
 */
class StartingTest {

    /** Answers the next request that was made, as the supervisor would. */
    private static final String SUPERVISOR =
            """
            (until [ -f .supervisor/request ]; do sleep 0.02; done
             id=$(head -n 1 .supervisor/request)
             printf 'state=running\\nrelease=1.4.2\\ninstances=3\\nsince=2026-03-01T03:00:00Z\\nrequest=%s\\nfailure=\\n' \
             "${id#id=}" >.supervisor/next
             mv .supervisor/next .supervisor/state) &
            """;

    @Test
    void aStartWaitsUntilTheServiceHasAnsweredThreeTimesInARow(@TempDir Path folder)
            throws Exception {
        var asked = new AtomicInteger();
        var over = new CountDownLatch(1);
        var workers = Executors.newVirtualThreadPerTaskExecutor();
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(workers);
        server.createContext(
                "/health",
                exchange -> {
                    switch (asked.incrementAndGet()) {
                        case 1 -> answer(exchange, "starting");
                        case 3 -> await(over);
                        default -> answer(exchange, "healthy");
                    }
                });
        server.start();
        try {
            Path control = Files.createDirectory(folder.resolve(".supervisor"));
            Files.writeString(control.resolve("state"), "state=stopped\nrequest=none\n");
            String url = "http://127.0.0.1:" + server.getAddress().getPort();

            Shell.Result started =
                    new Shell(folder, Map.of("SERVICE_URL", url, "SERVICE_NAME", "render-api"))
                            .run(
                                    SUPERVISOR
                                            + Production.HOME.resolve("scripts/service.sh")
                                            + " start");

            assertThat(started.output())
                    .isEqualTo(
                            "render-api 1.4.2 runs with 3 instances since 2026-03-01T03:00:00Z\n");
            assertThat(started.code()).isZero();
            // The first said that it starts, the third never answered: three more had to, and more
            // where the machine is so busy that one of them took too long.
            assertThat(asked).hasValueGreaterThanOrEqualTo(6);
        } finally {
            over.countDown();
            server.stop(0);
            workers.shutdownNow();
        }
    }

    @Test
    void aSupervisorThatEndsWhileItIsAskedIsNotWaitedFor(@TempDir Path folder) throws Exception {
        Path control = Files.createDirectory(folder.resolve(".supervisor"));
        Files.writeString(control.resolve("state"), "state=stopped\nrequest=none\n");

        Shell.Result started =
                new Shell(folder)
                        .run(
                                """
                                sleep 1000 &
                                supervisor=$!
                                echo "SUPERVISOR_PID=$supervisor" >service.env
                                (until [ -f .supervisor/request ]; do sleep 0.02; done; kill $supervisor) &
                                """
                                        + Production.HOME.resolve("scripts/service.sh")
                                        + " start");

        assertThat(started.output()).contains("does not run any more");
        assertThat(started.code()).isEqualTo(4);
    }

    private static void answer(HttpExchange exchange, String status) throws IOException {
        byte[] body = "{\"status\":\"%s\"}".formatted(status).getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status.equals("healthy") ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
