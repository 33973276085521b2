package dev.warroom.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.SharedRoom;
import dev.warroom.testing.Await;

import io.nats.client.Connection;
import io.nats.client.Nats;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lines of a server's configuration that docs/room.md gives are those that a room needs. */
@EnabledIf("dev.warroom.share.NatsServer#installed")
class DocumentedServerTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");

    @TempDir Path folder;

    /** The block that has these words, for a server of this machine, in a folder of its own. */
    private String documented(String words, Path kept) throws Exception {
        String page = Files.readString(Path.of("docs/room.md"));
        List<String> blocks =
                BLOCK.matcher(page)
                        .results()
                        .filter(it -> it.group(1).isEmpty())
                        .map(it -> it.group(2))
                        .filter(it -> it.contains(words))
                        .toList();
        assertThat(blocks).as("with %s", words).isNotEmpty();
        // Where it listens is the test's to say.
        return blocks.getFirst()
                .replace("listen: 0.0.0.0:4222\n", "")
                .replace("/var/lib/nats", kept.toString());
    }

    @Test
    void oneServer() throws Exception {
        String lines = documented("jetstream", folder.resolve("kept"));
        try (NatsServer server = NatsServer.start(folder.resolve("server"), lines)) {
            RoomStream.make(server.room(), folder, 1);
            theyShare(server.room(), server.room());
        }
        assertThat(folder.resolve("kept/jetstream")).isDirectory();
    }

    @Test
    void threeServersKeepEverythingThreeTimes() throws Exception {
        List<Integer> routes =
                List.of(NatsServer.freePort(), NatsServer.freePort(), NatsServer.freePort());
        List<NatsServer> servers = new ArrayList<>();
        try {
            for (int i = 0; i < routes.size(); i++) {
                String lines =
                        documented("cluster", folder.resolve("kept-" + i))
                                .replace("server_name: room-1", "server_name: room-" + (i + 1))
                                .replace("0.0.0.0:6222", "127.0.0.1:" + routes.get(i));
                for (int k = 0; k < routes.size(); k++) {
                    lines =
                            lines.replace(
                                    "room-" + (k + 1) + ":6222", "127.0.0.1:" + routes.get(k));
                }
                servers.add(NatsServer.start(folder.resolve("server-" + i), lines));
            }
            SharedRoom room = NatsServer.room(servers);
            Await.until("they have a leader, and the stream", () -> made(room));
            theyShare(room, room);

            try (Connection connection = Nats.connect(servers.getLast().address())) {
                assertThat(
                                connection
                                        .jetStreamManagement()
                                        .getStreamInfo("ops")
                                        .getConfiguration()
                                        .getReplicas())
                        .isEqualTo(3);
            }
        } finally {
            servers.forEach(NatsServer::close);
        }
    }

    private boolean made(SharedRoom room) {
        try {
            RoomStream.make(room, folder, 3);
            return true;
        } catch (CutOffException e) {
            return false;
        }
    }

    @Test
    void whoMayDoWhatThePageSaysNeedsNoMore() throws Exception {
        People people = new People(folder);
        String lines = documented("authorization", folder.resolve("kept"));
        int from = lines.indexOf("{ nkey:");
        String one = lines.substring(from, lines.indexOf("allow_responses: true } }") + 25);
        String makes =
                one.replace("[\"ops.*.facts\"", "[\"$JS.API.STREAM.CREATE.ops\", \"ops.*.facts\"");
        String all =
                lines.replace(
                        one,
                        makes.replace("UD…", people.key("ana").open() + "")
                                + "\n"
                                + one.replace("UD…", people.key("ben").open() + ""));
        try (NatsServer server = NatsServer.start(folder.resolve("server"), all)) {
            SharedRoom anas = people.room(server, "ana", "ana", "ben");
            RoomStream.make(anas, folder, 1);
            theyShare(anas, people.room(server, "ben", "ana", "ben"));
            assertThat(RoomStream.incidents(anas, folder)).hasSize(1);
        }
    }

    /** Facts, who is there, and what runs print. */
    private void theyShare(SharedRoom anas, SharedRoom bens) throws Exception {
        try (Machine ana = new Machine(folder, "ana", anas);
                Machine ben = new Machine(folder, "ben", bens)) {
            ana.note("one");
            Await.until("ben has it", () -> ben.notes().contains("one"), () -> ben.standing() + "");
            ben.note("two");
            Await.until("ana has it", () -> ana.notes().contains("two"), () -> ana.standing() + "");
            Await.until(
                    "they see each other",
                    () -> !ana.others().isEmpty() && !ben.others().isEmpty());
            ana.gives(it -> Optional.of(new OutputPiece(List.of("all well"), 0, 0, 0, "")));
            assertThat(ben.reads("INC-7-1.ana").lines()).containsExactly("all well");
            Await.until(
                    "all is well",
                    () ->
                            ana.standing().equals(Standing.WELL)
                                    && ben.standing().equals(Standing.WELL));
        }
    }
}
