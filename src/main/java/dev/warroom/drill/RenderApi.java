package dev.warroom.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The service: HTTP on a loopback port in front of its instances, each of which takes its turn.
 *
 * <p>{@code POST /jobs} accepts a job, {@code GET /jobs} lists them, {@code GET /health} and {@code
 * GET /error-rate} say how it goes.
 */
final class RenderApi implements AutoCloseable {

    /** Bytes of a request's body that are read; longer ones are answered with 413. */
    static final int MOST_BODY = 4_096;

    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final int BACKLOG = 64;

    private final List<Instance> instances;
    private final ErrorRate rate = new ErrorRate();
    private final AtomicInteger turn = new AtomicInteger();
    private final InstantSource clock;
    private final Instant began;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private Optional<TlsFront> tls = Optional.empty();

    private RenderApi(HttpServer server, List<Instance> instances, InstantSource clock) {
        this.server = server;
        this.instances = List.copyOf(instances);
        this.clock = clock;
        this.began = clock.instant();
    }

    /**
     * Starts to listen.
     *
     * @param port on the loopback address; 0 for any free one
     * @param instances at least one, all of the same release
     * @throws IOException where the port is taken
     */
    static RenderApi start(int port, List<Instance> instances, InstantSource clock)
            throws IOException {
        var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
        var api = new RenderApi(listen(address), instances, clock);
        api.server.createContext("/", api::serve);
        api.server.setExecutor(api.workers);
        api.server.start();
        return api;
    }

    private static HttpServer listen(InetSocketAddress address) throws IOException {
        try {
            return HttpServer.create(address, BACKLOG);
        } catch (BindException e) {
            throw new IOException(
                    "cannot listen on 127.0.0.1:" + address.getPort() + ": " + e.getMessage(), e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        Instant began = clock.instant();
        return switch (request) {
            case "GET /health" -> health().reply();
            case "GET /error-rate" -> Health.rateReply(rate.count(clock.instant()));
            case "GET /jobs" -> counted(began, next().list());
            case "POST /jobs" -> counted(began, post(exchange));
            default -> Reply.text(404, "there is /jobs, /health and /error-rate\n");
        };
    }

    private Reply post(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY + 1);
        return body.length > MOST_BODY
                ? Reply.text(413, "a job has at most " + MOST_BODY + " bytes\n")
                : next().accept(new String(body, StandardCharsets.UTF_8));
    }

    private Reply counted(Instant began, Reply reply) {
        Instant now = clock.instant();
        // What asks a service that has just begun waits for a moment, which tells nothing about its
        // release.
        boolean warm = Duration.between(this.began, began).compareTo(WARM_UP) >= 0;
        rate.add(now, reply.failure(), warm ? Duration.between(began, now) : Duration.ZERO);
        return reply;
    }

    private Instance next() {
        return instances.get(Math.floorMod(turn.getAndIncrement(), instances.size()));
    }

    private Health health() {
        Instant now = clock.instant();
        Instance first = instances.getFirst();
        Runtime memory = Runtime.getRuntime();
        return new Health(
                first.release().version(),
                instances.size(),
                rate.count(now),
                first.database().answers(),
                Duration.between(began, now).compareTo(WARM_UP) < 0,
                Health.percent(memory.totalMemory() - memory.freeMemory(), memory.maxMemory()),
                first.faults().linesASecond(),
                tls.map(it -> it.expired(now)).orElse(false));
    }

    /** Lets it be reached by TLS too. */
    void add(TlsFront front) {
        front.serve(this::serve, workers);
        tls = Optional.of(front);
    }

    /** Ends at once; requests under way are dropped, as a restart does. */
    @Override
    public void close() {
        server.stop(0);
        tls.ifPresent(TlsFront::close);
        workers.shutdownNow();
    }
}
