package dev.warroom.message;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A real HTTPS server on a free port, which remembers what it was sent. */
final class HttpsReceiver implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final HttpsServer server;
    private final SSLContext trust;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> headers = new ConcurrentHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile int failure;

    private HttpsReceiver(HttpsServer server, SSLContext trust) {
        this.server = server;
        this.trust = trust;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static HttpsReceiver start(Path folder) throws Exception {
        Path store = folder.resolve("server.p12");
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made =
                Child.run(
                        ChildCommand.of(
                                folder,
                                Duration.ofSeconds(60),
                                tool.toString(),
                                // What runs once is done sooner without Java's second compiler.
                                "-J-XX:TieredStopAtLevel=1",
                                "-J-XX:+UseSerialGC",
                                "-genkeypair",
                                "-alias",
                                "it",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                "changeit"));
        if (!made.succeeded()) {
            throw new IOException(made.output() + made.errors());
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext own = SSLContext.getInstance("TLS");
        own.init(managers.getKeyManagers(), null, null);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("it", keys.getCertificate("it"));
        TrustManagerFactory judges =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        judges.init(trusted);
        SSLContext others = SSLContext.getInstance("TLS");
        others.init(null, judges.getTrustManagers(), null);
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(own));
        return new HttpsReceiver(server, others);
    }

    private void answer(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        if (failures.getAndDecrement() > 0) {
            say(exchange, failure, "broken");
            return;
        }
        switch (exchange.getRequestURI().getPath()) {
            case "/echo" ->
                    say(
                            exchange,
                            403,
                            "not you: " + exchange.getRequestHeaders().getFirst("Authorization"));
            case "/elsewhere" -> {
                exchange.getResponseHeaders().add("Location", url("/ok").toString());
                say(exchange, 302, "");
            }
            case "/silent" -> untilTheEnd();
            case "/slow" -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                untilTheEnd();
            }
            case "/huge" -> {
                exchange.sendResponseHeaders(200, 0);
                byte[] much = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
                try (OutputStream out = exchange.getResponseBody()) {
                    for (int i = 0; i < 16_384; i++) {
                        out.write(much);
                    }
                }
            }
            default -> say(exchange, 200, "ok");
        }
    }

    private void untilTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Fails the next few requests with this status. */
    void failing(int times, int status) {
        failure = status;
        failures.set(times);
    }

    void forget() {
        bodies.clear();
        headers.clear();
        failures.set(0);
    }

    List<String> bodies() {
        return List.copyOf(bodies);
    }

    List<String> headers(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** Trusts this server and nothing else. */
    SSLContext trust() {
        return trust;
    }

    URI url(String path) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
