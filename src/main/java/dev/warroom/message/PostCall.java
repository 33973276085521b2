package dev.warroom.message;

import dev.warroom.policy.Hook;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLContext;

/**
 * A hook that is an HTTPS POST. It is tried again after a failure of the way there, a 429 and a
 * 5xx; any other answer is an answer. It is never sent on to another address, so that the secret
 * goes where the workspace says and nowhere else.
 */
final class PostCall {

    private static final int MOST_READ = 4_096;

    private final Map<String, String> environment;
    private final SSLContext trust;
    private final Duration pause;

    PostCall(Map<String, String> environment, SSLContext trust, Duration pause) {
        this.environment = Map.copyOf(environment);
        this.trust = trust;
        this.pause = pause;
    }

    private record Attempt(HookAnswer answer, boolean again) {}

    HookAnswer send(Hook hook, Hook.Post way, byte[] json) throws InterruptedException {
        Optional<String> secret = way.secret().map(it -> environment.getOrDefault(it, ""));
        if (secret.isPresent() && secret.get().isBlank()) {
            return new HookAnswer(
                    false,
                    way.secret().get()
                            + " is not set where this war room was started: nothing was sent");
        }
        HttpRequest request;
        try {
            request = request(way, secret, json, hook.timeout());
        } catch (IllegalArgumentException e) {
            // The message of the failure would show the secret.
            return new HookAnswer(false, "the secret cannot stand in a header: nothing was sent");
        }
        try (HttpClient client = client(hook.timeout())) {
            for (int i = 1; ; i++) {
                Attempt attempt = once(client, request, hook.timeout(), secret);
                if (!attempt.again() || i >= hook.attempts()) {
                    client.shutdownNow();
                    return i == 1 || attempt.answer().accepted()
                            ? attempt.answer()
                            : new HookAnswer(false, attempt.answer().words() + ", " + i + " times");
                }
                Thread.sleep(pause.multipliedBy(1L << Math.min(i - 1, 6)));
            }
        }
    }

    private HttpClient client(Duration timeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .sslContext(trust)
                .build();
    }

    private static HttpRequest request(
            Hook.Post way, Optional<String> secret, byte[] json, Duration timeout) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(way.url())
                        .timeout(timeout)
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "warroom")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json));
        secret.ifPresent(it -> request.header("Authorization", "Bearer " + it));
        return request.build();
    }

    private static Attempt once(
            HttpClient client, HttpRequest request, Duration timeout, Optional<String> secret)
            throws InterruptedException {
        CompletableFuture<Attempt> attempt =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                        .thenApplyAsync(it -> answered(it, secret), Thread::startVirtualThread);
        try {
            return attempt.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            attempt.cancel(true);
            return new Attempt(new HookAnswer(false, "no answer in " + Said.length(timeout)), true);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpTimeoutException) {
                return new Attempt(
                        new HookAnswer(false, "no answer in " + Said.length(timeout)), true);
            }
            return new Attempt(new HookAnswer(false, why(e.getCause())), true);
        }
    }

    private static Attempt answered(HttpResponse<InputStream> response, Optional<String> secret) {
        String said;
        try (InputStream body = response.body()) {
            said = new String(body.readNBytes(MOST_READ), StandardCharsets.UTF_8);
        } catch (IOException e) {
            said = "";
        }
        String safe = secret.isPresent() ? said.replace(secret.get(), "***") : said;
        String words = Said.briefly(safe);
        int status = response.statusCode();
        return new Attempt(
                new HookAnswer(
                        status >= 200 && status < 300,
                        "status " + status + (words.isEmpty() ? "" : ": " + words)),
                status == 429 || status >= 500);
    }

    private static String why(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause.getMessage() == null || cause instanceof ConnectException)) {
            cause = cause.getCause();
        }
        String words = Said.briefly(cause.getMessage());
        return words.isEmpty() ? "it cannot be reached" : "it cannot be reached: " + words;
    }
}
