package dev.warroom.health;

import dev.warroom.room.Reading.Health;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;

import javax.net.ssl.SSLException;

/** Says in few words why a service could not be reached. */
final class Failures {

    private Failures() {}

    /**
     * All of them are critical: whoever depends on the service cannot reach it either.
     *
     * @param host as the probe names it
     */
    static Finding critical(Throwable failure, String host, Duration timeout) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException
                    || cause instanceof UnknownHostException) {
                return new Finding(Health.CRITICAL, "unknown host " + host);
            }
        }
        return switch (failure) {
            case HttpTimeoutException late -> Finding.silence(Health.CRITICAL, timeout);
            case SocketTimeoutException late -> Finding.silence(Health.CRITICAL, timeout);
            case NoRouteToHostException away -> new Finding(Health.CRITICAL, "no route to " + host);
            case ConnectException refused -> new Finding(Health.CRITICAL, connect(refused));
            case SSLException tls -> new Finding(Health.CRITICAL, "TLS: " + tls.getMessage());
            case Throwable other -> new Finding(Health.CRITICAL, words(other));
        };
    }

    private static String connect(ConnectException failure) {
        String message = failure.getMessage();
        return message == null ? "connection refused" : message.toLowerCase(Locale.ROOT);
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? "connection broken off" : message;
    }
}
