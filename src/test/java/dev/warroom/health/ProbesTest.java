package dev.warroom.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.warroom.policy.Check;
import dev.warroom.policy.Probe;
import dev.warroom.room.Reading;
import dev.warroom.room.Reading.Health;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class ProbesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T03:12:09Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LONG = Await.LIMIT;

    @TempDir Path workspace;
    private final Readings readings = new Readings();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;
    private Probes probes;

    @BeforeEach
    void startServer() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    int status = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
                    exchange.getResponseHeaders().add("Location", "/200");
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.createContext(
                "/endless",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (var body = exchange.getResponseBody()) {
                        while (true) {
                            body.write(new byte[1024]);
                        }
                    }
                });
        server.start();
    }

    @AfterEach
    void stop() {
        if (probes != null) {
            probes.close();
        }
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "200, 0, OK",
        "204, 0, OK",
        "301, 0, CRITICAL",
        "404, 0, CRITICAL",
        "503, 0, CRITICAL",
        "401, 401, OK",
        "200, 401, CRITICAL",
    })
    void anHttpProbeJudgesTheStatus(int status, int wanted, Health health) {
        start(probe("web", http("/" + status, wanted), LONG));
        Reading reading = readings.await("web", 1);
        assertThat(reading.health()).isEqualTo(health);
        assertThat(reading.detail()).isEqualTo(Integer.toString(status));
        assertThat(reading.at()).isEqualTo(NOW);
        assertThat(reading.took()).isPositive();
        assertThat(asked).hasValue(1);
    }

    @Test
    void aBodyWithoutEndIsBrokenOff() {
        start(probe("web", http("/endless", 0), LONG));
        assertFinding("web", Health.OK, "200");
    }

    @Test
    void aServerThatIsGoneIsCritical() throws IOException {
        int port = freePort();
        URI gone = URI.create("http://127.0.0.1:" + port + "/");
        start(
                probe("web", new Check.Http(gone, 0), LONG),
                probe("tcp", new Check.Tcp("127.0.0.1", port), LONG));
        assertFinding("web", Health.CRITICAL, "connection refused");
        assertFinding("tcp", Health.CRITICAL, "connection refused");
    }

    @Test
    void aServerThatDoesNotAnswerIsCritical() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + mute.getLocalPort() + "/");
            start(probe("web", new Check.Http(url, 0), Duration.ofMillis(500)));
            Reading reading = assertFinding("web", Health.CRITICAL, "no answer within 0.5 s");
            assertThat(reading.took()).isGreaterThanOrEqualTo(Duration.ofMillis(450));
        }
    }

    @Test
    void aServerThatHangsUpIsCritical() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> hangUp(rude));
            URI url = URI.create("http://127.0.0.1:" + rude.getLocalPort() + "/");
            start(probe("web", new Check.Http(url, 0), LONG));
            assertThat(readings.await("web", 1).health()).isEqualTo(Health.CRITICAL);
            assertThat(readings.await("web", 1).detail()).isNotBlank();
        }
    }

    @Test
    void anUnknownHostIsNamed() {
        start(
                probe("web", new Check.Http(URI.create("http://gone.invalid/"), 0), LONG),
                probe("tcp", new Check.Tcp("gone.invalid", 80), LONG));
        assertFinding("web", Health.CRITICAL, "unknown host gone.invalid");
        assertFinding("tcp", Health.CRITICAL, "unknown host gone.invalid");
    }

    @Test
    void aUrlThatIsNotHttpIsUnknown() {
        start(probe("web", new Check.Http(URI.create("ftp://x/"), 0), LONG));
        Reading reading = readings.await("web", 1);
        assertThat(reading.health()).isEqualTo(Health.UNKNOWN);
        assertThat(reading.detail()).startsWith("cannot ask ftp://x/: ");
    }

    @Test
    void anOpenPortIsOk() {
        start(probe("tcp", new Check.Tcp("127.0.0.1", server.getAddress().getPort()), LONG));
        assertFinding("tcp", Health.OK, "connected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "echo 'DISK OK | used=61%;80;90' # OK # DISK OK",
                "echo 61 % used; echo more; exit 1 # WARNING # 61 % used",
                "printf '\\033[31mdown\\a\\n'; exit 2 # CRITICAL # down␇",
                "echo noise >&2; echo what; exit 3 # UNKNOWN # what",
                "exit 2 # CRITICAL # exit 2, no output",
                "echo why >&2; exit 2 # CRITICAL # why",
                "exit 77 # UNKNOWN # exit 77, no output",
                "kill -9 $$ # UNKNOWN # exit 137, no output",
                "cat here # OK # workspace",
            })
    void aCommandAnswersAsANagiosPlugin(String line, Health health, String detail)
            throws IOException {
        Files.writeString(workspace.resolve("here"), "workspace\n");
        start(probe("disk", new Check.Command(line), LONG));
        assertFinding("disk", health, detail);
    }

    @Test
    void aCommandThatDoesNotAnswerIsUnknownAndKilled() {
        start(probe("disk", new Check.Command("echo $$ > pid; sleep 60"), Duration.ofMillis(500)));
        assertFinding("disk", Health.UNKNOWN, "no answer within 0.5 s");
    }

    @Test
    void aLongDetailIsCut() {
        start(probe("disk", new Check.Command("printf %0500d 7"), LONG));
        assertFinding("disk", Health.OK, "0".repeat(199) + "…");
    }

    @Test
    void aProbeIsLookedAtAgainAndAgain() {
        start(probe("web", http("/200", 0), Duration.ofMillis(20), LONG));
        readings.await("web", 5);
    }

    @Test
    void aSlowProbeDelaysNoOtherAndIsNeverLookedAtTwiceAtATime() {
        String script =
                "mkdir busy || echo twice >> faults; echo . >> looks; while [ ! -e go ]; do sleep"
                        + " 0.05; done; rmdir busy";
        Duration often = Duration.ofMillis(20);
        start(
                probe("slow", new Check.Command(script), often, LONG),
                probe("fast", http("/200", 0), often, LONG));
        readings.await("fast", 10);
        assertThat(readings.of("slow")).isEmpty();
        create("go");
        readings.await("slow", 3);
        assertThat(workspace.resolve("faults")).doesNotExist();
    }

    @Test
    void moreSlowProbesThanMayLookAtATimeDelayNoOther() {
        List<Probe> all = new ArrayList<>();
        String script = "echo . >> begun; while [ ! -e go ]; do sleep 0.2; done";
        for (int i = 0; i < 12; i++) {
            all.add(probe("slow " + i, new Check.Command(script), HOUR, LONG));
        }
        all.add(probe("fast", http("/200", 0), Duration.ofMillis(20), LONG));
        start(all.toArray(new Probe[0]));
        awaitLines("begun", 12);
        readings.await("fast", readings.of("fast").size() + 11);
        assertThat(readings.of("slow 11")).isEmpty();
        create("go");
    }

    private void awaitLines(String file, int many) {
        Await.until("a look at all", () -> lines(file) >= many);
    }

    private long lines(String file) {
        Path path = workspace.resolve(file);
        try {
            return Files.exists(path) ? Files.readAllLines(path).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void closingEndsALookUnderWay() throws IOException {
        start(probe("slow", new Check.Command("echo $$ > part; mv part pid; sleep 60"), LONG));
        Await.until("the look", () -> Files.exists(workspace.resolve("pid")));
        long pid = Long.parseLong(Files.readString(workspace.resolve("pid")).strip());
        probes.close();
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(readings.of("slow")).isEmpty();
    }

    private Reading assertFinding(String probe, Health health, String detail) {
        Reading reading = readings.await(probe, 1);
        assertThat(reading.detail()).isEqualTo(detail);
        assertThat(reading.health()).isEqualTo(health);
        return reading;
    }

    private void start(Probe... list) {
        probes =
                Probes.start(
                        List.of(list),
                        Surroundings.here(workspace, InstantSource.fixed(NOW)),
                        readings);
    }

    private static Probe probe(String name, Check check, Duration timeout) {
        return probe(name, check, HOUR, timeout);
    }

    private static Probe probe(String name, Check check, Duration every, Duration timeout) {
        return new Probe(name, check, every, timeout);
    }

    private Check.Http http(String path, int status) {
        int port = server.getAddress().getPort();
        return new Check.Http(URI.create("http://127.0.0.1:" + port + path), status);
    }

    private void create(String name) {
        try {
            Files.createFile(workspace.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Again and again: the client tries more than once. */
    private static void hangUp(ServerSocket server) {
        while (true) {
            try (var caller = server.accept()) {
                caller.getInputStream().read();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
