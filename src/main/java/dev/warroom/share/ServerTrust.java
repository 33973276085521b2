package dev.warroom.share;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Whether a server is the one that was meant: its certificate is signed by somebody who is trusted,
 * and is for the name that it was called by. The client of NATS asks for the first only.
 */
final class ServerTrust extends X509ExtendedTrustManager {

    private static final String HAS = "has a certificate that ";

    private final X509ExtendedTrustManager signers;
    private final Optional<Path> authority;
    private volatile String refusal = "";

    private ServerTrust(X509ExtendedTrustManager signers, Optional<Path> authority) {
        this.signers = signers;
        this.authority = authority;
    }

    /**
     * @param authority the file with the certificates that a server's is signed by, in PEM; empty
     *     for those that the Java runtime trusts
     * @throws IOException if the file cannot be read, or has none
     */
    static ServerTrust in(Optional<Path> authority) throws IOException, GeneralSecurityException {
        KeyStore store = null;
        if (authority.isPresent()) {
            store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate each : certificates(authority.get())) {
                store.setCertificateEntry("ca-" + number++, each);
            }
        }
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509ExtendedTrustManager signers) {
                return new ServerTrust(signers, authority);
            }
        }
        throw new GeneralSecurityException("this Java runtime cannot check certificates");
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException {
        Collection<? extends Certificate> found;
        try (InputStream in = Files.newInputStream(file)) {
            found = CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (CertificateException e) {
            found = List.of();
        }
        if (found.isEmpty()) {
            throw new IOException(file + " has no certificate in PEM");
        }
        return found;
    }

    SSLContext context() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {this}, null);
        return context;
    }

    /** What is said of a server whose certificate was refused; empty where none was. */
    String refusal() {
        return refusal;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        requireValid(chain[0]);
        require(
                "is not trusted: "
                        + authority
                                .map(it -> it + " has not signed it")
                                .orElse("name the file of its authority in warroom.yaml, as ca:"),
                () -> signers.checkServerTrusted(chain, type, socket));
        SSLSocket secured = (SSLSocket) socket;
        SSLParameters named = secured.getSSLParameters();
        named.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(named);
        require(
                "is for another name: call the server in warroom.yaml as the certificate does",
                () -> signers.checkServerTrusted(chain, type, socket));
    }

    private void requireValid(X509Certificate own) throws CertificateException {
        try {
            own.checkValidity();
        } catch (CertificateExpiredException e) {
            refusal = HAS + "has expired: renew it there";
            throw e;
        } catch (CertificateNotYetValidException e) {
            refusal = HAS + "is not valid yet: look at the clocks of both";
            throw e;
        }
    }

    private interface Check {
        void run() throws CertificateException;
    }

    private void require(String otherwise, Check check) throws CertificateException {
        try {
            check.run();
        } catch (CertificateException e) {
            refusal = HAS + otherwise;
            throw e;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw unnamed();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        throw unnamed();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw unnamed();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        throw unnamed();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        throw unnamed();
    }

    /** What is not a server on a socket has no name to hold the certificate against. */
    private static CertificateException unnamed() {
        return new CertificateException("only servers on sockets are trusted");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return signers.getAcceptedIssuers();
    }
}
