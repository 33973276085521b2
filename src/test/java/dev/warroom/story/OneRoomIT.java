package dev.warroom.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.identity.SigningKey;
import dev.warroom.policy.SharedRoom;
import dev.warroom.share.NatsServer;
import dev.warroom.share.RoomStream;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Ana and Ben, each on a machine of their own, in one incident of a room with members. */
@EnabledIf("dev.warroom.share.NatsServer#installed")
class OneRoomIT {

    private static final String RUNBOOK =
            """
            # Shop

            ## P1: Shop is down

            1. Drain the queue

               ```bash
               echo "drained 40 of 40"
               ```

            2. Look at the shop

               ```bash
               echo "all well"
               ```
            """;

    @TempDir Path temp;

    private static Team team(Path folder, NatsServer server, SigningKey ana, SigningKey ben)
            throws IOException {
        return new Team(folder)
                .says(
                        "service: shop\nroom: {nats: \"%s\", stream: ops, credentials: me.nk, members: {ana: %s, ben: %s}}\n"
                                .formatted(server.address(), ana.open(), ben.open()))
                .runbook(RUNBOOK);
    }

    private static String incident(Account account) throws IOException {
        try (var files = Files.walk(account.state())) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.matches("INC-\\d+\\.jsonl"))
                    .map(it -> it.substring(0, it.indexOf('.')))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static byte[] record(Account account, String incident) throws IOException {
        try (var files = Files.walk(account.state())) {
            Path file =
                    files.filter(it -> it.endsWith(incident + ".jsonl")).findFirst().orElseThrow();
            return Files.readAllBytes(file);
        }
    }

    private static void leave(Tmux room) throws Exception {
        room.leave();
        assertThat(room.exit()).isZero();
    }

    @Test
    void theyShareOneRecordOneDriverAndWhatStepsPrintThroughTheLossOfTheServer() throws Exception {
        String hers = SigningKey.newSeed();
        String his = SigningKey.newSeed();
        SigningKey anaKey = SigningKey.ofSeed(hers).orElseThrow();
        SigningKey benKey = SigningKey.ofSeed(his).orElseThrow();
        Account one = new Account(temp.resolve("ana"));
        Account two = new Account(temp.resolve("ben"));
        try (NatsServer server = NatsServer.start(temp.resolve("server"))) {
            Team anas = team(temp.resolve("ana-team"), server, anaKey, benKey);
            Team bens = team(temp.resolve("ben-team"), server, anaKey, benKey);
            Files.writeString(anas.file("me.nk"), hers);
            Files.writeString(bens.file("me.nk"), his);
            SharedRoom room =
                    new SharedRoom(
                            List.of(server.address()), "ops", Optional.empty(), Optional.empty());
            RoomStream.make(room, temp, 1);
            try (Tmux ana = Tmux.open(one, 200, 50)) {
                ana.command(anas.open(one));
                ana.awaitWords("▶ P1: Shop is down");
                ana.press("Enter");
                ana.awaitWords("Declare");
                ana.type("no page loads").press("Enter");
                ana.awaitStep("Drain the queue");
                ana.type(":drive").press("Enter");
                ana.awaitWords("You drive");
                String incident = incident(one);
                try (Tmux ben = Tmux.open(two, 200, 50)) {
                    ben.command(bens.open(two) + " --incident " + incident);
                    ben.awaitWords("The last 12 minutes of " + incident, "no page loads");
                    ben.press("Enter");
                    ben.awaitStep("Drain the queue");
                    ben.awaitWords("(drives)", "ben@");
                    ben.press("Enter");
                    ben.awaitWords("ana drives, and starts the steps");

                    ana.press("Enter");
                    ana.awaitWords("drained 40 of 40");
                    ana.press("Enter");
                    ben.awaitWords("exit 0");
                    ben.press("1").press("g").press("o");
                    ben.awaitWords("of ana's room as of", "drained 40 of 40");
                    ben.press("Escape");

                    ben.type(":drive").press("Enter");
                    ana.awaitWords("ben asks for the seat");
                    ana.type(":drive give").press("Enter");
                    ben.awaitWords("ben drives instead of ana");

                    server.kill();
                    ben.type("tthe gateway was it").press("Enter");
                    ben.awaitWords("not shared: 1 fact");
                    ana.awaitWords(" cut off from the room ", "Cut off from the room: the ");
                    server.start();
                    ana.awaitWords("the gateway was it");
                    ben.await("all is shared", it -> !it.text().contains("not shared"));
                    leave(ben);
                }
                leave(ana);
                Await.until(
                        "one record",
                        () -> new String(record(one, incident)).contains("the gateway was it"));
                assertThat(record(two, incident)).isEqualTo(record(one, incident));
            }
        }
    }
}
