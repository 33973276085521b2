package dev.warroom.health;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A real web server on a free port, which answers everything with the same. */
final class WebServer implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final HttpServer server;
    private final String scheme;

    private WebServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
    }

    static WebServer plain(String body) throws IOException {
        return new WebServer(HttpServer.create(address(), 0), "http").answering(body);
    }

    /**
     * With a certificate of its own for localhost, which is put beside as {@code server.pem}.
     *
     * @param begin in keytool's words: {@code -2d}
     * @param days for which it is valid from then on
     */
    static WebServer secure(Path folder, String begin, int days, String body) throws Exception {
        Path store = folder.resolve("server.p12");
        keytool(
                folder,
                List.of(
                        "-genkeypair",
                        "-alias",
                        "it",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-startdate",
                        begin,
                        "-validity",
                        Integer.toString(days),
                        "-keystore",
                        store.toString()));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        String encoded =
                Base64.getMimeEncoder().encodeToString(keys.getCertificate("it").getEncoded());
        Files.writeString(
                folder.resolve("server.pem"),
                "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(address(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new WebServer(server, "https").answering(body);
    }

    private static void keytool(Path folder, List<String> arguments) throws Exception {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        // What runs once is done in half the processor time without Java's second compiler.
        var command =
                new java.util.ArrayList<>(
                        List.of(
                                tool.toString(),
                                "-J-XX:TieredStopAtLevel=1",
                                "-J-XX:+UseSerialGC"));
        command.addAll(arguments);
        command.addAll(List.of("-storepass", "changeit", "-storetype", "PKCS12"));
        var result =
                Child.run(
                        ChildCommand.of(
                                folder, Duration.ofSeconds(60), command.toArray(String[]::new)));
        if (!result.succeeded()) {
            throw new IOException(result.output() + result.errors());
        }
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private WebServer answering(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    String seen = exchange.getRequestHeaders().getFirst("X-Probe");
                    exchange.getResponseHeaders().add("X-Seen", seen == null ? "-" : seen);
                    boolean chunked = exchange.getRequestURI().getPath().endsWith("chunked");
                    exchange.sendResponseHeaders(200, chunked ? 0 : bytes.length);
                    try (var out = exchange.getResponseBody()) {
                        out.write(bytes);
                    }
                });
        server.start();
        return this;
    }

    URI url(String path) {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
