package dev.warroom.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.SharedRoom;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server that speaks TLS with a certificate of the team's own, to people with credentials. */
@EnabledIf("dev.warroom.share.SecureServerTest#possible")
class SecureServerTest {

    @TempDir private static Path folder;
    private static NatsServer server;

    static boolean possible() {
        return NatsServer.installed() && NatsServer.onPath("openssl");
    }

    @BeforeAll
    static void starts() throws Exception {
        authority("ca");
        authority("another");
        certificate();
        Owner owner = new Owner(folder);
        owner.credentials("ana.creds");
        String tls =
                "tls { cert_file: \"%1$s/server.pem\", key_file: \"%1$s/server.key\", timeout: 20 }\n"
                        .formatted(folder);
        server = NatsServer.start(folder.resolve("server"), tls + owner.configuration(-1));
    }

    @AfterAll
    static void ends() {
        server.close();
    }

    private static void authority(String name) throws Exception {
        openssl("req -x509 -subj /CN=" + name + " -keyout " + name + ".key -out " + name + ".pem");
    }

    /** For 127.0.0.1 and no name. */
    private static void certificate() throws Exception {
        Files.writeString(folder.resolve("names"), "subjectAltName = IP:127.0.0.1\n");
        openssl("req -subj /CN=room -keyout server.key -out server.csr");
        run(
                "openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial"
                        + " -days 2 -extfile names -out server.pem");
    }

    private static void openssl(String request) throws Exception {
        run("openssl " + request + " -days 2 -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256");
    }

    private static void run(String command) throws IOException, InterruptedException {
        Process run =
                new ProcessBuilder(command.split(" "))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        run.getOutputStream().close();
        String said = new String(run.getInputStream().readAllBytes());
        assertThat(run.waitFor()).as(said).isZero();
    }

    private static SharedRoom room(String address, String credentials, String authority) {
        return new SharedRoom(
                List.of(address + ":" + server.port()),
                "ops",
                Optional.of(credentials).filter(it -> !it.isEmpty()),
                Optional.of(authority).filter(it -> !it.isEmpty()));
    }

    /** A machine that is too busy for the server's patience tries again. */
    private static void saysOf(SharedRoom room, String... words) throws InterruptedException {
        String[] said = {""};
        Await.until(
                "it is said",
                () -> {
                    said[0] = refusal(room);
                    return Stream.of(words).allMatch(said[0]::contains);
                });
        assertThat(said[0]).doesNotContain("\n", "Exception");
    }

    private static String refusal(SharedRoom room) {
        try (NatsLink open = NatsLink.open(room, folder)) {
            throw new AssertionError("it let in: " + open.up());
        } catch (CutOffException e) {
            return e.getMessage();
        }
    }

    @Test
    void whoHasCredentialsAndTrustsItsAuthorityIsLetIn() throws Exception {
        SharedRoom room = room("tls://127.0.0.1", "ana.creds", "ca.pem");
        RoomStream.make(room, folder, 1);
        try (Machine ana = new Machine(folder, "ana", room);
                Machine ben = new Machine(folder, "ben", room)) {
            ana.note("one");
            Await.until("it is shared", () -> ben.notes().contains("one"));
        }
    }

    /** Half a second there and back, and TLS needs it three times. */
    @Test
    void whoIsFarAwayIsLetInAndSharesAsOthersDo() throws Exception {
        SharedRoom room = room("tls://127.0.0.1", "ana.creds", "ca.pem");
        RoomStream.make(room, folder, 1);
        try (Wire wire = new Wire(server.port())) {
            wire.slow(Duration.ofMillis(250));
            SharedRoom far =
                    new SharedRoom(
                            List.of("tls://127.0.0.1:" + wire.port()),
                            room.stream(),
                            room.credentials(),
                            room.authority());
            try (Machine eve = new Machine(folder, "eve", far);
                    Machine ben = new Machine(folder, "near", room)) {
                eve.note("from far away");
                Await.until("it is shared", () -> ben.notes().contains("from far away"));
            }
        }
    }

    @Test
    void aServerThatIsNotWhatItSaysIsOneLine() throws Exception {
        String place = "localhost:" + server.port();
        saysOf(room("tls://localhost", "ana.creds", "ca.pem"), place, "for another name");
        saysOf(room("tls://127.0.0.1", "ana.creds", "another.pem"), "not trusted", "another.pem");
        saysOf(room("tls://127.0.0.1", "ana.creds", ""), "not trusted", "ca:");
        saysOf(room("nats://127.0.0.1", "ana.creds", ""), "TLS", "tls://");
    }

    @Test
    void filesThatDoNotLeadInAreNamed() throws Exception {
        saysOf(room("tls://127.0.0.1", "", "ca.pem"), "does not let this room in");
        saysOf(room("tls://127.0.0.1", "none.creds", "ca.pem"), "no file", "none.creds");
        saysOf(room("tls://127.0.0.1", "ana.creds", "none.pem"), "no file", "none.pem");
        saysOf(room("tls://127.0.0.1", "ana.creds", "names"), "names", "no certificate");
        saysOf(room("tls://127.0.0.1", "names", "ca.pem"), "names", "no key of NATS");
        saysOf(room("tls://127.0.0.1", "person.nk", "ca.pem"), "does not let this room in");
    }
}
