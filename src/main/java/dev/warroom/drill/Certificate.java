package dev.warroom.drill;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The service's key and certificate, made by the JDK's own {@code keytool}. The password protects
 * nothing: the key lives as long as the drill.
 *
 * @param folder where they are: {@code tls} in the drill's folder
 */
record Certificate(Path folder) {

    static final String PASSWORD = "practice";
    static final String ALIAS = "service";
    private static final int LIMIT_SECONDS = 20;

    Path store() {
        return folder.resolve("service.p12");
    }

    /**
     * Reads the certificate that the service shows after its next start.
     *
     * @throws IOException where the store is missing, or cannot be read
     */
    X509Certificate read() throws IOException {
        try (InputStream in = Files.newInputStream(store())) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return (X509Certificate) keys.getCertificate(ALIAS);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot read the certificate in " + store(), e);
        }
    }

    /** Says on which port of 127.0.0.1 the service is reached by TLS. */
    Path portFile() {
        return folder.resolve("port");
    }

    static Path keytool() {
        return Path.of(System.getProperty("java.home"), "bin", "keytool");
    }

    /**
     * Makes one that was valid for a year and has expired two days ago.
     *
     * @param port of the entrance by TLS
     * @throws IOException where keytool is missing or fails
     */
    void makeExpired(int port) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(portFile(), port + "\n");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        keytool().toString(),
                                        "-genkeypair",
                                        "-alias",
                                        ALIAS,
                                        "-keyalg",
                                        "EC",
                                        "-dname",
                                        "CN=localhost",
                                        "-ext",
                                        "san=ip:127.0.0.1,dns:localhost",
                                        "-startdate",
                                        "-367d",
                                        "-validity",
                                        "365",
                                        "-storetype",
                                        "PKCS12",
                                        "-storepass",
                                        PASSWORD,
                                        "-keystore",
                                        store().toString()))
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.out").toFile())
                        .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(
                        keytool()
                                + " made no certificate: "
                                + Files.readString(folder.resolve("keytool.out")).strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a certificate was made", e);
        }
    }
}
