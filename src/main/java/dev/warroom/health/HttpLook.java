package dev.warroom.health;

import dev.warroom.policy.Probe;
import dev.warroom.room.Reading.Health;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks a web service how it is. */
final class HttpLook {

    /** Of the body, which does not matter; a larger one is broken off. */
    private static final long MOST_BODY_BYTES = 64 * 1024;

    private final HttpClient client;

    HttpLook(HttpClient client) {
        this.client = client;
    }

    Finding look(Probe.Http check, Duration timeout) throws InterruptedException {
        HttpRequest request;
        try {
            request =
                    HttpRequest.newBuilder(check.url())
                            .timeout(timeout)
                            .header("User-Agent", "warroom-probe")
                            .GET()
                            .build();
        } catch (IllegalArgumentException e) {
            return new Finding(Health.UNKNOWN, "cannot ask " + check.url() + ": " + e.getMessage());
        }
        AtomicInteger status = new AtomicInteger();
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(
                        request,
                        head -> {
                            status.set(head.statusCode());
                            return BodySubscribers.limiting(
                                    BodySubscribers.discarding(), MOST_BODY_BYTES);
                        });
        try {
            answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Finding.silence(Health.CRITICAL, timeout);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            // The status has come, and then the body was broken off or too large.
            boolean answered = status.get() != 0 && cause instanceof IOException;
            if (!answered) {
                return Failures.critical(cause, check.url().getHost(), timeout);
            }
        } finally {
            answer.cancel(true);
        }
        return judged(check, status.get());
    }

    private static Finding judged(Probe.Http check, int status) {
        boolean usual = check.status() == 0 && status >= 200 && status <= 299;
        boolean well = usual || status == check.status();
        return new Finding(well ? Health.OK : Health.CRITICAL, Integer.toString(status));
    }
}
