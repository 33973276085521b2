package dev.warroom.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.Check;
import dev.warroom.policy.HttpWants;
import dev.warroom.policy.HttpWants.Codes;
import dev.warroom.policy.HttpWants.JsonField;
import dev.warroom.policy.Thresholds;
import dev.warroom.process.Child;
import dev.warroom.process.ChildCommand;
import dev.warroom.room.Metric;
import dev.warroom.room.Reading.Health;
import dev.warroom.room.Timing;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class HttpLookTest {

    private static final Duration LONG = Await.LIMIT;
    private static final String BODY =
            "{\"status\": \"up\", \"checks\": [{\"name\": \"db\", \"ms\": 12.5}, {\"ms\": 900}]}";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status              | up   |      | OK       | 200",
                "status              | down |      | CRITICAL | 200, status is up",
                "state               | up   |      | CRITICAL | 200, no JSON field state",
                "checks[0].name      | db   |      | OK       | 200",
                "checks[0].ms        |      | 100  | OK       | 200",
                "checks[1].ms        |      | 100  | CRITICAL | 200, checks[1].ms is 900",
                "checks[7].ms        |      | 100  | CRITICAL | 200, no JSON field checks[7].ms",
            })
    void aJsonFieldIsComparedOrJudgedByItsThresholds(
            String path, String is, String critical, Health health, String detail)
            throws Exception {
        HttpWants wants =
                wants(
                        Optional.empty(),
                        Map.of(),
                        Optional.of(new JsonField(path, Optional.ofNullable(is))));
        Thresholds limits = critical == null ? Thresholds.NONE : Thresholds.of(critical, critical);
        try (WebServer server = WebServer.plain(BODY)) {
            Finding found = look(new Check.Http(server.url("/health"), wants), limits);
            assertThat(found.detail()).isEqualTo(detail);
            assertThat(found.health()).isEqualTo(health);
        }
    }

    @Test
    void bodyAndHeadersAreSearched() throws Exception {
        try (WebServer server = WebServer.plain(BODY)) {
            HttpWants good =
                    wants(Optional.of("\"up\""), Map.of("content-type", "json"), Optional.empty());
            assertThat(look(new Check.Http(server.url("/"), good), Thresholds.NONE).health())
                    .isEqualTo(Health.OK);
            HttpWants bad =
                    wants(
                            Optional.of("maintenance"),
                            Map.of("Content-Type", "^text/html", "X-None", "."),
                            Optional.empty());
            Finding found = look(new Check.Http(server.url("/chunked"), bad), Thresholds.NONE);
            assertThat(found.health()).isEqualTo(Health.CRITICAL);
            assertThat(found.detail())
                    .contains(
                            "Content-Type is application/json",
                            "no header X-None",
                            "the body has no maintenance");
        }
    }

    @Test
    void timingsGrowFromPartToPartAndAnAnswerThatTakesTooLongIsTold() throws Exception {
        try (WebServer server = WebServer.plain(BODY)) {
            Check.Http check = new Check.Http(server.url("/"), 0);
            Finding found = look(check, Thresholds.of("0:0", "60000"));
            Timing timing = found.timing().orElseThrow();
            assertThat(List.of(timing.lookup(), timing.connect(), timing.tls(), timing.firstByte()))
                    .isSorted();
            assertThat(timing.total()).isGreaterThanOrEqualTo(timing.firstByte());
            assertThat(timing.secured()).isFalse();
            assertThat(found.health()).isEqualTo(Health.WARNING);
            assertThat(found.detail()).matches("200, took \\d+ ms");
            assertThat(found.metrics()).extracting(Metric::label).containsExactly("time", "size");
            assertThat(found.output()).anyMatch(it -> it.contains("\"status\": \"up\""));
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsCriticalAndOneOfOursIsTrusted() throws Exception {
        try (WebServer server = WebServer.secure(folder, "-1d", 100, BODY)) {
            Finding unknown = look(new Check.Http(server.url("/"), 0), Thresholds.NONE);
            assertThat(unknown.health()).isEqualTo(Health.CRITICAL);
            assertThat(unknown.detail()).startsWith("TLS: ");

            Finding ours = look(trusting(server), Thresholds.NONE);
            assertThat(ours.detail()).isEqualTo("200");
            assertThat(ours.metrics().getLast().label()).isEqualTo("certificate");
            assertThat(ours.metrics().getLast().value()).hasValue(98);
            Timing timing = ours.timing().orElseThrow();
            assertThat(timing.tls()).isGreaterThan(timing.connect());
        }
    }

    @Test
    void aCertificateThatEndsSoonIsAWarningAndOneThatEndedIsCritical() throws Exception {
        try (WebServer server = WebServer.secure(folder, "-1d", 10, BODY)) {
            Finding soon = look(trusting(server), Thresholds.NONE);
            assertThat(soon.health()).isEqualTo(Health.WARNING);
            assertThat(soon.detail()).isEqualTo("200, certificate ends in 8 d");
        }
        java.nio.file.Files.delete(folder.resolve("server.p12"));
        try (WebServer server = WebServer.secure(folder, "-10d", 5, BODY)) {
            Finding over = look(trusting(server), Thresholds.NONE);
            assertThat(over.health()).isEqualTo(Health.CRITICAL);
            assertThat(over.detail()).startsWith("TLS: the certificate ended on 20");
        }
    }

    /** As if the folder were on another machine. */
    private RemoteShell shell() {
        return (target, script, timeout, most) ->
                Child.run(
                        ChildCommand.of(folder, timeout, "sh", "-c", script).withMostOutput(most));
    }

    @Test
    void whenTheCertificateEndsIsFoundByCurlFromAnotherMachine() throws Exception {
        try (WebServer server = WebServer.secure(folder, "-1d", 10, BODY)) {
            Finding found =
                    new HttpLook(trusting(server), Thresholds.NONE, folder, Clock.systemUTC())
                            .on("app-1", shell(), LONG);
            assertThat(found.health()).isEqualTo(Health.WARNING);
            assertThat(found.detail()).isEqualTo("200, certificate ends in 8 d");
            assertThat(found.timing().orElseThrow().secured()).isTrue();
        }
    }

    @Test
    void bothWaysInWhichCurlSaysWhenACertificateEndsAreRead() {
        Instant end = Instant.parse("2026-12-09T04:22:33Z");
        assertThat(RemoteCurl.certificateEnds("*  expire date: Dec  9 04:22:33 2026 GMT\n"))
                .contains(end);
        assertThat(RemoteCurl.certificateEnds("*  expire date: Wed, 09 Dec 2026 04:22:33 GMT\r\n"))
                .contains(end);
        assertThat(RemoteCurl.certificateEnds("*  expire date: soon\n")).isEmpty();
    }

    @Test
    void theSameIsFoundByCurlFromAnotherMachine() throws Exception {
        RemoteShell shell = shell();
        HttpWants wants =
                new HttpWants(
                        List.of(new Codes(200, 200)),
                        Optional.of("\"up\""),
                        Map.of("X-Seen", "^it's \\\\ here$"),
                        Optional.empty(),
                        HttpWants.USUAL_CERTIFICATE_DAYS,
                        Map.of("X-Probe", "it's \\ here"),
                        Optional.empty());
        try (WebServer server = WebServer.plain(BODY)) {
            for (String path : List.of("/", "/chunked")) {
                Check.Http check = new Check.Http(server.url(path), wants);
                Finding found =
                        new HttpLook(check, Thresholds.NONE, folder, Clock.systemUTC())
                                .on("app-1", shell, LONG);
                assertThat(found.detail()).isEqualTo("200");
                assertThat(found.timing().orElseThrow().total()).isPositive();
            }
        }
        Check.Http gone = new Check.Http(java.net.URI.create("http://localhost:1/"), 0);
        Finding refused =
                new HttpLook(gone, Thresholds.NONE, folder, Clock.systemUTC())
                        .on("app-1", shell, LONG);
        assertThat(refused.health()).isEqualTo(Health.CRITICAL);
        assertThat(refused.detail()).startsWith("curl: (7)");
    }

    @Test
    void chunksThatAreDamagedLeaveWhatCameBeforeThem() throws Exception {
        HttpAnswer answer =
                answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nZZ\r\n");
        assertThat(answer.text()).isEqualTo("abc");
        assertThat(answer("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 503\r\n\r\nno").status())
                .isEqualTo(503);
    }

    @Test
    void aRegularExpressionThatGoesAstrayIsGivenUp() {
        assertThat(BoundedSearch.finds("(a+)+$", "a".repeat(5_000) + "b")).isFalse();
        assertThat(BoundedSearch.finds("b$", "a".repeat(5_000) + "b")).isTrue();
    }

    private static HttpAnswer answer(String text) throws IOException {
        return HttpAnswer.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private Check.Http trusting(WebServer server) {
        return new Check.Http(
                server.url("/"),
                new HttpWants(
                        List.of(new Codes(200, 299)),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        HttpWants.USUAL_CERTIFICATE_DAYS,
                        Map.of(),
                        Optional.of("server.pem")));
    }

    private static HttpWants wants(
            Optional<String> body, Map<String, String> headers, Optional<JsonField> json) {
        return new HttpWants(
                List.of(new Codes(200, 299)),
                body,
                headers,
                json,
                HttpWants.USUAL_CERTIFICATE_DAYS,
                Map.of(),
                Optional.empty());
    }

    private Finding look(Check.Http check, Thresholds limits) throws InterruptedException {
        return new HttpLook(check, limits, folder, Clock.systemUTC())
                .here(LONG, new Beside(Beside.threads()));
    }
}
