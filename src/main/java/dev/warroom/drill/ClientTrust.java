package dev.warroom.drill;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509Certificate;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Whom the practice clients trust: the service, by the certificate that is in its folder now, and
 * only while that is valid. The usual trust of Java would not look at the dates of a certificate
 * that it knows.
 *
 * @param certificate the service's
 */
record ClientTrust(Certificate certificate) implements X509TrustManager {

    /** Makes connections that are refused where this does not trust. */
    SSLSocketFactory sockets() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java has no TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
            throws CertificateException {
        chain[0].checkValidity();
        try {
            if (!chain[0].equals(certificate.read())) {
                throw new CertificateException("the certificate is not the service's");
            }
        } catch (IOException e) {
            throw new CertificateException(e.getMessage(), e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
            throws CertificateException {
        throw new CertificateException("clients are not asked for one");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    /** Why a connection was refused because of its certificate; empty where it was not. */
    static Optional<String> refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return Optional.of("the certificate has expired");
            }
            if (cause instanceof CertificateException) {
                return Optional.of(cause.getMessage());
            }
        }
        return Optional.empty();
    }
}
