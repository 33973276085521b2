package dev.warroom.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.SharedRoom;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that has all messages, under other numbers: the stream is back from a copy, or servers
 * before 2.10 counted one twice when they were killed.
 */
@EnabledIf("dev.warroom.share.NatsServer#installed")
class RenumberedTest {

    private static final String FACTS = Subjects.facts("ops", Machine.ID);

    @TempDir Path folder;

    @Test
    void aRoomGoesOnWhereTheNumbersAreLowerThanBefore() throws Exception {
        goesOn(3, 0);
    }

    @Test
    void aRoomGoesOnWhereTheNumbersAreHigherThanBefore() throws Exception {
        goesOn(0, 3);
    }

    /**
     * @param first messages of another incident before the room's, as the stream is first
     * @param then and when it is back
     */
    private void goesOn(int first, int then) throws Exception {
        try (NatsServer server = NatsServer.start(folder.resolve("server"))) {
            SharedRoom room = server.room();
            RoomStream.make(room, folder, 1);
            others(room, first);
            try (Machine ana = new Machine(folder, "ana", room);
                    Machine ben = new Machine(folder, "ben", room)) {
                noted(ana, ben, "one");
                noted(ben, ana, "two");
                List<byte[]> kept = messages(room, 2);
                server.kill();
                FileUtils.deleteDirectory(folder.resolve("server/data").toFile());
                server.start();
                RoomStream.make(room, folder, 1);
                others(room, then);
                bring(room, kept);
                noted(ana, ben, "three");
                noted(ben, ana, "four");
                SharingTest.await(
                        "all is shared",
                        () ->
                                ana.standing().equals(Standing.WELL)
                                        && ben.standing().equals(Standing.WELL));

                assertThat(ben.notes()).containsExactly("one", "two", "three", "four");
                assertThat(ana.notes()).isEqualTo(ben.notes());
            }
        }
    }

    private static void noted(Machine here, Machine there, String text)
            throws InterruptedException {
        here.note(text);
        SharingTest.await(
                text + " is there: " + here.standing(), () -> there.notes().contains(text));
    }

    private void others(SharedRoom room, int messages) throws Exception {
        try (NatsLink link = NatsLink.open(room, folder)) {
            String subject = Subjects.facts("ops", "INC-9");
            for (int i = 0; i < messages; i++) {
                byte[] words = "of another incident".getBytes(StandardCharsets.UTF_8);
                link.publish(subject, words, link.last(subject));
            }
        }
    }

    private List<byte[]> messages(SharedRoom room, int wanted) throws Exception {
        List<byte[]> messages = new ArrayList<>();
        try (NatsLink link = NatsLink.open(room, folder);
                NatsLink.Lines lines = link.follow(FACTS, 0)) {
            while (messages.size() < wanted) {
                lines.next(NatsLink.PATIENCE).forEach(it -> messages.add(it.bytes()));
            }
        }
        return messages;
    }

    private void bring(SharedRoom room, List<byte[]> messages) throws Exception {
        try (NatsLink link = NatsLink.open(room, folder)) {
            for (byte[] each : messages) {
                link.publish(FACTS, each, link.last(FACTS));
            }
        }
    }
}
