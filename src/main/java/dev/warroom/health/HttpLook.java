package dev.warroom.health;

import dev.warroom.policy.Check;
import dev.warroom.policy.Thresholds;
import dev.warroom.process.ChildResult;
import dev.warroom.room.Reading.Health;
import dev.warroom.room.Timing;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Asks a web service how it is. On sockets of its own: the JDK's client does not tell how long the
 * parts of a request took.
 */
final class HttpLook {

    private final Check.Http check;
    private final Thresholds limits;
    private final Path workspace;
    private final InstantSource clock;
    private Trust trust;

    HttpLook(Check.Http check, Thresholds limits, Path workspace, InstantSource clock) {
        this.check = check;
        this.limits = limits;
        this.workspace = workspace;
        this.clock = clock;
    }

    Finding here(Duration timeout, Beside beside) throws InterruptedException {
        URI url = check.url();
        if (!HttpRequestText.webAddress(url)) {
            return new Finding(Health.UNKNOWN, "cannot ask " + url + ": not an http or https URL");
        }
        Connecting connecting = new Connecting(timeout);
        try {
            return beside.call(timeout, () -> ask(connecting));
        } catch (TimeoutException e) {
            return Finding.silence(Health.CRITICAL, timeout);
        } catch (ExecutionException e) {
            return refusal()
                    .orElseGet(
                            () ->
                                    Failures.critical(
                                            e.getCause(), HttpRequestText.host(url), timeout));
        } finally {
            connecting.close();
        }
    }

    /** The same from another machine, by its curl. */
    Finding on(String target, RemoteShell shell, Duration timeout) throws InterruptedException {
        try {
            ChildResult result =
                    shell.run(
                            target,
                            RemoteCurl.script(check, timeout),
                            timeout.plusSeconds(1),
                            HttpAnswer.MOST_BODY);
            int exit = result.exit().orElse(RemoteCurl.TIMED_OUT);
            if (result.timedOut() || exit == RemoteCurl.TIMED_OUT) {
                return Finding.silence(Health.CRITICAL, timeout);
            }
            Optional<Timing> timing = RemoteCurl.timing(result.errors());
            if (exit != 0 || timing.isEmpty()) {
                return RemoteCurl.failure(exit, result.errors());
            }
            byte[] bytes = result.output().getBytes(StandardCharsets.UTF_8);
            HttpAnswer answer = HttpAnswer.read(new ByteArrayInputStream(bytes));
            return new HttpJudge(check.wants(), limits)
                    .judge(
                            answer,
                            timing.get(),
                            RemoteCurl.certificateEnds(result.errors()),
                            clock.instant());
        } catch (IOException e) {
            return new Finding(Health.UNKNOWN, e.getMessage());
        }
    }

    private Finding ask(Connecting connecting) throws IOException {
        URI url = check.url();
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
        if (secure && trust == null) {
            trust = Trust.in(check.wants().authorities().map(workspace::resolve));
        }
        try (Socket plain = connecting.open(HttpRequestText.host(url), port)) {
            Duration connected = connecting.passed();
            plain.setSoTimeout(connecting.left());
            Socket line = secure ? trust.secured(plain, HttpRequestText.host(url), port) : plain;
            Duration secured = secure ? connecting.passed() : connected;
            line.getOutputStream()
                    .write(HttpRequestText.of(check).getBytes(StandardCharsets.UTF_8));
            line.getOutputStream().flush();
            InputStream in = new BufferedInputStream(line.getInputStream());
            in.mark(1);
            if (in.read() >= 0) {
                in.reset();
            }
            Duration first = connecting.passed();
            HttpAnswer answer = HttpAnswer.read(in);
            Timing timing =
                    new Timing(connecting.lookup(), connected, secured, first, connecting.passed());
            Optional<X509Certificate> shown = secure ? trust.shown() : Optional.empty();
            return new HttpJudge(check.wants(), limits)
                    .judge(
                            answer,
                            timing,
                            shown.map(it -> it.getNotAfter().toInstant()),
                            clock.instant());
        }
    }

    /** Where the server's certificate is out of date, that is what is told. */
    private Optional<Finding> refusal() {
        return Optional.ofNullable(trust)
                .flatMap(Trust::shown)
                .map(X509Certificate::getNotAfter)
                .filter(it -> it.before(Date.from(clock.instant())))
                .map(
                        it ->
                                new Finding(
                                        Health.CRITICAL,
                                        "TLS: the certificate ended on "
                                                + it.toInstant().toString().substring(0, 10)));
    }
}
