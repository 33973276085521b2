package dev.warroom.health;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whom a probe trusts: the authorities of the Java runtime, and those of a file. It remembers the
 * certificate that it was shown last, also when it did not trust it: why it did not is what a
 * person wants to know.
 */
final class Trust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager judge;
    private Optional<X509Certificate> shown = Optional.empty();

    private Trust(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    /**
     * @param authorities a file of PEM certificates to trust as well
     * @throws IOException where it cannot be read
     */
    static Trust in(Optional<Path> authorities) throws IOException {
        try {
            X509ExtendedTrustManager usual = manager(null);
            if (authorities.isEmpty()) {
                return new Trust(usual);
            }
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (X509Certificate each : usual.getAcceptedIssuers()) {
                all.setCertificateEntry("usual-" + number++, each);
            }
            try (InputStream in = Files.newInputStream(authorities.get())) {
                for (Certificate each :
                        CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    all.setCertificateEntry("own-" + number++, each);
                }
            }
            return new Trust(manager(all));
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    authorities.map(Path::toString).orElse("the Java runtime's authorities")
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static X509ExtendedTrustManager manager(KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509ExtendedTrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("this Java runtime checks no certificates");
    }

    /** Secures {@code plain}. No session is taken up again: each look sees today's certificate. */
    SSLSocket secured(Socket plain, String host, int port) throws IOException {
        shown = Optional.empty();
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            SSLSocket socket =
                    (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setApplicationProtocols(new String[] {"http/1.1"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS: " + e.getMessage(), e);
        }
    }

    /** The certificate that was shown last. */
    Optional<X509Certificate> shown() {
        return shown;
    }

    /** Also one that is trusted by itself must not have ended. */
    private void valid(X509Certificate[] chain) throws CertificateException {
        shown = Optional.of(chain[0]);
        chain[0].checkValidity();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        valid(chain);
        judge.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        valid(chain);
        judge.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        valid(chain);
        judge.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        judge.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        judge.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        judge.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
