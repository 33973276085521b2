package dev.warroom.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.SharedRoom;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A server that may keep no more: nothing old is forgotten for what is new. */
@EnabledIf("dev.warroom.share.NatsServer#installed")
class FullServerTest {

    @TempDir Path folder;

    @Test
    void aFullServerIsOneLineAndWhatWasRecordedIsSharedOnceItMayKeepMore() throws Exception {
        String limit = "jetstream { store_dir: \"%s\", max_file: %d }";
        meets(
                limit.formatted(folder.resolve("kept"), 4_000),
                limit.formatted(folder.resolve("kept"), 4_000_000));
    }

    /** Debian's server has then lost sight of what it keeps, until it is started again. */
    @Test
    void soIsAnAccountThatMayKeepNoMore() throws Exception {
        String limit =
                "accounts { ROOM { jetstream { max_file: %d },"
                        + " users: [ { user: ana, password: ana } ] } }";
        meets(limit.formatted(4_000), limit.formatted(4_000_000));
    }

    private void meets(String little, String much) throws Exception {
        try (NatsServer server = NatsServer.start(folder.resolve("server"), little)) {
            SharedRoom room = room(server);
            RoomStream.make(room, folder, 1);
            try (Machine ana = new Machine(folder, "ana", room)) {
                int[] notes = {0};
                Await.until(
                        "it is said",
                        () -> {
                            ana.note("note " + ++notes[0] + ", in the end too many for it");
                            return ana.standing().trouble().contains("full");
                        });
                assertThat(ana.standing().waiting()).isPositive();
                assertThat(ana.notes()).hasSize(notes[0]);

                server.kill();
                server.configure(much);
                server.start();
                Await.until(
                        "all is shared",
                        () -> ana.standing().equals(Standing.WELL),
                        () -> "ana: " + ana.standing());
                try (Machine ben = new Machine(folder, "ben", room)) {
                    Await.until("all is there", () -> ben.notes().size() == notes[0]);
                }
            }
        }
    }

    private static SharedRoom room(NatsServer server) {
        return new SharedRoom(
                List.of("nats://ana:ana@127.0.0.1:" + server.port()),
                "ops",
                Optional.empty(),
                Optional.empty());
    }
}
