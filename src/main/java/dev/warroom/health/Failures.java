package dev.warroom.health;

import dev.warroom.process.ChildResult;
import dev.warroom.room.Reading.Health;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
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
            case SocketTimeoutException late -> Finding.silence(Health.CRITICAL, timeout);
            case NoRouteToHostException away -> new Finding(Health.CRITICAL, "no route to " + host);
            case ConnectException refused -> new Finding(Health.CRITICAL, connect(refused));
            case SSLException tls -> new Finding(Health.CRITICAL, "TLS: " + words(tls));
            case Throwable other -> new Finding(Health.CRITICAL, words(other));
        };
    }

    private static String connect(ConnectException failure) {
        String message = failure.getMessage();
        return message == null ? "connection refused" : message.toLowerCase(Locale.ROOT);
    }

    /** What a remote bash said of a connection that could not be opened. */
    static Finding shell(ChildResult result) {
        String said = result.errors().lines().findFirst().orElse("");
        int exit = result.exit().orElse(-1);
        // Exit codes of a shell without bash, and of ssh: nobody has tried to connect.
        boolean untried = exit == 126 || exit == 127 || exit == 255;
        Health health = untried ? Health.UNKNOWN : Health.CRITICAL;
        if (said.contains("Connection refused")) {
            return new Finding(health, "connection refused");
        }
        return new Finding(health, said.isEmpty() ? "exit " + exit : said);
    }

    static String words(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? "connection broken off" : message;
    }
}
