package dev.warroom.drill;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** Asks a service on this machine, past any proxy. */
final class Loopback {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 64 * 1024;

    private Loopback() {}

    /**
     * @param body posted where there is one; otherwise it is a GET
     * @throws IOException where there is no answer within 2 s
     */
    static Reply ask(URI address, Optional<String> body) throws IOException {
        return ask(address, body, Optional.empty(), LIMIT);
    }

    /**
     * The same by TLS, where the address says so.
     *
     * @param sockets whom to trust there; Java's own trust where it is empty
     */
    static Reply ask(URI address, Optional<String> body, Optional<SSLSocketFactory> sockets)
            throws IOException {
        return ask(address, body, sockets, LIMIT);
    }

    /**
     * The same.
     *
     * @param limit how long the connection may take, and each part of the answer
     */
    static Reply ask(
            URI address, Optional<String> body, Optional<SSLSocketFactory> sockets, Duration limit)
            throws IOException {
        var connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        if (connection instanceof HttpsURLConnection secure) {
            sockets.ifPresent(secure::setSSLSocketFactory);
        }
        connection.setConnectTimeout((int) limit.toMillis());
        connection.setReadTimeout((int) limit.toMillis());
        if (body.isPresent()) {
            connection.setDoOutput(true);
            connection.getOutputStream().write(body.get().getBytes(StandardCharsets.UTF_8));
        }
        int status = connection.getResponseCode();
        try (InputStream in =
                status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            byte[] read = in == null ? new byte[0] : in.readNBytes(MOST_BYTES);
            return Reply.text(status, new String(read, StandardCharsets.UTF_8));
        }
    }
}
