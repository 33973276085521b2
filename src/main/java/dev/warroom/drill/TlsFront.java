package dev.warroom.drill;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.concurrent.Executor;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The service's second entrance, by TLS: with the certificate that was there when the service
 * started.
 */
final class TlsFront implements AutoCloseable {

    private static final int BACKLOG = 64;

    private final HttpsServer server;
    private final X509Certificate certificate;

    private TlsFront(HttpsServer server, X509Certificate certificate) {
        this.server = server;
        this.certificate = certificate;
    }

    /**
     * Binds the port.
     *
     * @param store the key and its certificate, as {@link Certificate} makes them
     * @param port on 127.0.0.1
     * @throws IOException where the port is taken, or the store cannot be read
     */
    static TlsFront open(Path store, int port) throws IOException {
        char[] password = Certificate.PASSWORD.toCharArray();
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            KeyManagerFactory managers =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            var address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
            HttpsServer server = HttpsServer.create(address, BACKLOG);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            return new TlsFront(server, (X509Certificate) keys.getCertificate(Certificate.ALIAS));
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot use the certificate in " + store, e);
        }
    }

    void serve(HttpHandler handler, Executor workers) {
        server.createContext("/", handler);
        server.setExecutor(workers);
        server.start();
    }

    boolean expired(Instant now) {
        return now.isAfter(certificate.getNotAfter().toInstant());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
