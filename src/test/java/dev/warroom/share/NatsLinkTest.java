package dev.warroom.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

@EnabledIf("dev.warroom.share.NatsServer#installed")
class NatsLinkTest {

    private static final String FACTS = Subjects.facts("ops", Machine.ID);

    @TempDir Path folder;

    /** Whoever shares goes on with another one then, and does not end by what the client throws. */
    @Test
    void whateverIsAskedOfAConnectionThatHasEndedSaysThatItIsCutOff() throws Exception {
        try (NatsServer server = NatsServer.start(folder.resolve("server"))) {
            RoomStream.make(server.room(), folder, 1);
            NatsLink link = NatsLink.open(server.room(), folder);
            link.close();
            List<ThrowingCallable> asked =
                    List.of(
                            () -> link.newest(FACTS),
                            () -> link.at(FACTS, 1),
                            () -> link.follow(FACTS, 0),
                            () -> link.publish(FACTS, new byte[] {1}, 0),
                            () -> link.listen(FACTS),
                            () -> link.hear(FACTS, (words, reply) -> {}));

            assertThat(link.up()).isFalse();
            assertThat(asked)
                    .allSatisfy(it -> assertThatThrownBy(it).isInstanceOf(CutOffException.class));
        }
    }
}
