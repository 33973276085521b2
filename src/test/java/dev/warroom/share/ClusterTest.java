package dev.warroom.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.journal.Journals;
import dev.warroom.policy.SharedRoom;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two machines that meet at three servers, which keep everything three times. */
@EnabledIf("dev.warroom.share.NatsServer#installed")
class ClusterTest {

    @TempDir Path folder;

    @Test
    void oneServerAfterTheOtherIsLostAndNoFactIsAndTheRoomGoesOn() throws Exception {
        List<NatsServer> servers = NatsServer.cluster(folder.resolve("servers"));
        try {
            SharedRoom room = NatsServer.room(servers);
            made(room);
            List<String> noted = new ArrayList<>();
            try (Machine ana = new Machine(folder, "ana", room);
                    Machine ben = new Machine(folder, "ben", room)) {
                for (NatsServer server : servers.subList(0, 2)) {
                    note(ana, ben, noted);
                    server.kill();
                    note(ana, ben, noted);
                    awaitAll(ana, ben, noted);
                    server.start();
                }
                note(ana, ben, noted);
                awaitAll(ana, ben, noted);

                assertThat(ana.notes()).containsExactlyInAnyOrderElementsOf(noted);
            }
            assertThat(Files.readString(Journals.file(folder.resolve("ana"), Machine.ID)))
                    .isEqualTo(Files.readString(Journals.file(folder.resolve("ben"), Machine.ID)));
        } finally {
            servers.forEach(NatsServer::close);
        }
    }

    /** Three servers that have just begun have no leader yet. */
    private void made(SharedRoom room) throws InterruptedException {
        Await.until(
                "the stream is made",
                () -> {
                    try {
                        RoomStream.make(room, folder, 3);
                        return true;
                    } catch (CutOffException e) {
                        return false;
                    }
                });
    }

    private static void note(Machine ana, Machine ben, List<String> noted) {
        for (int i = 0; i < 10; i++) {
            String text = "n" + noted.size();
            noted.add(text);
            (i % 2 == 0 ? ana : ben).note(text);
        }
    }

    private static void awaitAll(Machine ana, Machine ben, List<String> noted)
            throws InterruptedException {
        Await.until(
                "all to have all",
                () ->
                        ana.notes().size() == noted.size()
                                && ben.notes().equals(ana.notes())
                                && ana.journal().waiting().isEmpty()
                                && ben.journal().waiting().isEmpty(),
                () -> "ana: %s, ben: %s".formatted(ana.standing(), ben.standing()));
    }
}
