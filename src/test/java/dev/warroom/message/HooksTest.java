package dev.warroom.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.Hook;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hooks as commands, and as POSTs to a real HTTPS server. */
class HooksTest {

    private static final byte[] JSON =
            "{\"message\":\"status-update\",\"text\":\"订\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir static Path keys;
    private static HttpsReceiver server;

    @TempDir Path folder;
    private Hooks hooks;

    @BeforeAll
    static void start() throws Exception {
        server = HttpsReceiver.start(keys);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void before() {
        server.forget();
        hooks =
                new Hooks(
                        folder,
                        Map.of("CHAT_TOKEN", "s3cret", "BROKEN", "a\nb"),
                        server.trust(),
                        Duration.ofMillis(1));
    }

    private HookAnswer command(String line, Duration timeout, int attempts) throws Exception {
        return hooks.hand(
                new Hook("it", Set.of(), new Hook.Command(line), timeout, attempts), JSON);
    }

    private HookAnswer post(String path, String secret, Duration timeout) throws Exception {
        return post(server.url(path), secret, timeout);
    }

    private HookAnswer post(URI url, String secret, Duration timeout) throws Exception {
        return hooks.hand(
                new Hook(
                        "it",
                        Set.of(),
                        new Hook.Post(url, Optional.ofNullable(secret)),
                        timeout,
                        3),
                JSON);
    }

    private static final Duration LONG = Await.LIMIT;

    @Test
    void aCommandGetsTheJsonOnItsInputInTheWorkspace() throws Exception {
        assertThat(command("cat > got; echo thanks", LONG, 1))
                .isEqualTo(new HookAnswer(true, "exit 0: thanks"));
        assertThat(Files.readAllBytes(folder.resolve("got"))).isEqualTo(JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "'echo no route >&2; exit 3', exit 3: no route",
        "./none.sh, exit 127",
        "'printf \"\\033[2Jx\"; exit 1', exit 1: ␛[2Jx"
    })
    void aFailingOneIsNamedWithWhatItSaid(String line, String words) throws Exception {
        HookAnswer answer = command(line, LONG, 1);

        assertThat(answer.accepted()).isFalse();
        assertThat(answer.words()).startsWith(words).doesNotContain("\u001b");
    }

    @Test
    void oneThatHangsOrNeverStopsPrintingIsEndedInTime() throws Exception {
        Duration short1 = Duration.ofMillis(400);
        assertThat(command("sleep 600", short1, 1))
                .isEqualTo(new HookAnswer(false, "ended after 0.4 s"));
        assertThat(command("yes 1234567890", short1, 1).words())
                .startsWith("ended after 0.4 s: 1234567890");
    }

    @Test
    void ofAGigabyteThatIsPrintedTheBeginningIsKept() throws Exception {
        String words =
                command("head -c 1000000000 /dev/zero | tr '\\0' x", Duration.ofSeconds(1), 1)
                        .words();

        assertThat(words).matches("(exit 0|ended after 1 s): x{200}…");
    }

    @Test
    void aCommandIsTriedAgainOnlyWhereTheWorkspaceSaysSo() throws Exception {
        assertThat(command("echo x >> tries; exit 1", LONG, 1).accepted()).isFalse();
        assertThat(folder.resolve("tries")).hasContent("x");
        assertThat(command("echo x >> tries; [ $(wc -l < tries) = 3 ]", LONG, 3).accepted())
                .isTrue();
    }

    @Test
    void aPostBringsTheJsonAndTheSecret() throws Exception {
        assertThat(post("/ok", "CHAT_TOKEN", LONG))
                .isEqualTo(new HookAnswer(true, "status 200: ok"));

        assertThat(server.bodies()).containsExactly(new String(JSON, StandardCharsets.UTF_8));
        assertThat(server.headers("Authorization")).containsExactly("Bearer s3cret");
        assertThat(server.headers("Content-Type")).containsExactly("application/json");
    }

    @Test
    void itIsTriedAgainUntilTheServerTakesIt() throws Exception {
        server.failing(2, 503);
        assertThat(post("/ok", null, LONG)).isEqualTo(new HookAnswer(true, "status 200: ok"));
        assertThat(server.bodies()).hasSize(3);
        assertThat(server.headers("Authorization")).isEmpty();
    }

    @Test
    void aServerThatNeverTakesItIsGivenUp() throws Exception {
        server.failing(99, 500);
        assertThat(post("/ok", null, LONG))
                .isEqualTo(new HookAnswer(false, "status 500: broken, 3 times"));
        assertThat(server.bodies()).hasSize(3);
    }

    @Test
    void aRefusalIsAnAnswerAndTheSecretIsInNoAnswer() throws Exception {
        HookAnswer answer = post("/echo", "CHAT_TOKEN", LONG);

        assertThat(answer.accepted()).isFalse();
        assertThat(answer.words()).isEqualTo("status 403: not you: Bearer ***");
        assertThat(server.bodies()).hasSize(1);
    }

    @Test
    void itIsNotSentOnToAnotherAddress() throws Exception {
        assertThat(post("/elsewhere", "CHAT_TOKEN", LONG).words()).startsWith("status 302");
        assertThat(server.bodies()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_SUCH_TOKEN, NO_SUCH_TOKEN is not set where this war room was started: nothing was sent",
        "BROKEN, the secret cannot stand in a header: nothing was sent"
    })
    void aSecretThatIsNoneIsNamedAndNothingIsSent(String name, String words) throws Exception {
        assertThat(post("/ok", name, LONG)).isEqualTo(new HookAnswer(false, words));
        assertThat(server.bodies()).isEmpty();
    }

    @Test
    void oneThatNeverAnswersOrNeverEndsItsAnswerIsGivenUpInTime() throws Exception {
        for (String path : List.of("/silent", "/slow")) {
            assertThat(post(path, null, Duration.ofMillis(300)))
                    .as(path)
                    .isEqualTo(new HookAnswer(false, "no answer in 0.3 s, 3 times"));
        }
    }

    @Test
    void anAnswerOfAGigabyteIsReadAtItsBeginning() throws Exception {
        assertThat(post("/huge", null, LONG).words()).startsWith("status 200: xxx");
    }

    @Test
    void aServerThatIsNotThereOrIsNotTrustedIsNamed() throws Exception {
        assertThat(post(URI.create("https://localhost:1/"), null, LONG).words())
                .startsWith("it cannot be reached")
                .endsWith(", 3 times");
        Hooks careful =
                new Hooks(
                        folder,
                        Map.of(),
                        javax.net.ssl.SSLContext.getDefault(),
                        Duration.ofMillis(1));
        Hook hook =
                new Hook(
                        "it",
                        Set.of(),
                        new Hook.Post(server.url("/ok"), Optional.empty()),
                        LONG,
                        1);
        assertThat(careful.hand(hook, JSON).words()).contains("cannot be reached").contains("PKIX");
        assertThat(server.bodies()).isEmpty();
    }
}
