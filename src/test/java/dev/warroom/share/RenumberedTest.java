package dev.warroom.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.SharedRoom;
import dev.warroom.testing.Await;

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

    @Test
    void whoeverWasAwayMeanwhileMissesNothing() throws Exception {
        try (NatsServer server = NatsServer.start(folder.resolve("server"))) {
            SharedRoom room = server.room();
            RoomStream.make(room, folder, 1);
            others(room, 2);
            try (Machine ben = new Machine(folder, "ben", room)) {
                try (Machine ana = new Machine(folder, "ana", room)) {
                    noted(ana, ben, "one");
                    noted(ben, ana, "two");
                }
                comesBack(server, room, 0);
                for (String each : List.of("three", "four", "five")) {
                    ben.note(each);
                    Await.until("it is shared", () -> ben.journal().waiting().isEmpty());
                }
                try (Machine ana = new Machine(folder, "ana", room)) {
                    noted(ana, ben, "six");

                    assertThat(ana.notes())
                            .containsExactly("one", "two", "three", "four", "five", "six");
                    assertThat(ana.refused).isEmpty();
                }
            }
        }
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
                comesBack(server, room, then);
                noted(ana, ben, "three");
                noted(ben, ana, "four");
                Await.until(
                        "all is shared",
                        () ->
                                ana.standing().equals(Standing.WELL)
                                        && ben.standing().equals(Standing.WELL));

                assertThat(ben.notes()).containsExactly("one", "two", "three", "four");
                assertThat(ana.notes()).isEqualTo(ben.notes());
            }
        }
    }

    /** Its stream is lost and made anew, of the messages that it had. */
    private void comesBack(NatsServer server, SharedRoom room, int others) throws Exception {
        List<byte[]> kept = messages(room, 2);
        server.kill();
        FileUtils.deleteDirectory(folder.resolve("server/data").toFile());
        server.start();
        RoomStream.make(room, folder, 1);
        others(room, others);
        bring(room, kept);
    }

    private static void noted(Machine here, Machine there, String text)
            throws InterruptedException {
        here.note(text);
        Await.until(text, () -> there.notes().contains(text), () -> "" + here.standing());
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
                StreamLines lines = link.follow(FACTS, 0)) {
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
