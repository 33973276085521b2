package dev.warroom.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.policy.ListedLog;
import dev.warroom.process.Dialogue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;

/** What happens to files between two of the questions that a host is asked about them. */
class RemoteFolderTest extends FollowerTestBase {

    /** Something done on the host, in the moment before it is asked. */
    @FunctionalInterface
    private interface Meanwhile {
        void happens() throws IOException;
    }

    /**
     * A shell of this machine; before its {@link #left next but so many} look, something happens.
     */
    private static final class Disturbed extends ShellBetween {

        private Meanwhile meanwhile = () -> {};
        private int left;

        private Disturbed() throws IOException {
            super(new DialogueShell(Dialogue.start(List.of("sh"), List.of("ENV"))));
        }

        void beforeLook(int number, Meanwhile next) {
            left = number;
            meanwhile = next;
        }

        @Override
        public void say(String text) throws IOException {
            if (text.startsWith("{ look") && --left == 0) {
                meanwhile.happens();
            }
            super.say(text);
        }
    }

    @Test
    void aFileThatIsMadeDuringALookAndDeletedBeforeTheNextIsSaidToBeGone() throws Exception {
        write("app.log", "first\n");
        Outbox outbox = new Outbox(heard);
        try (Disturbed shell = new Disturbed();
                RemoteReading reading =
                        new RemoteReading("app-1", host -> shell, InstantSource.system());
                RemoteWire wire = new RemoteWire(shell)) {
            RemoteFolder followed =
                    new RemoteFolder(
                            "app-1",
                            List.of(ListedLog.of(file("app.log*").toString())),
                            reading,
                            10,
                            outbox,
                            InstantSource.system(),
                            FAST);
            round(followed, wire);
            rename("app.log", "app.log.1");
            write("app.log", "second\n");
            round(followed, wire);
            rename("app.log.1", "app.log.2");
            rename("app.log", "app.log.1");
            // The first look finds nothing there, the one for what stood there meanwhile does.
            shell.beforeLook(2, () -> write("app.log", "third\n"));
            round(followed, wire);
            write("app.log", "unread\n");
            Files.delete(file("app.log"));
            write("app.log", "fourth\n");
            round(followed, wire);
        }

        assertThat(heard.texts())
                .containsSubsequence("first", "second", "fourth")
                .anyMatch(it -> it.endsWith("what came last in it is missing"));
    }

    private static void round(RemoteFolder followed, RemoteWire wire) throws IOException {
        while (followed.round(wire)) {
            // Until all of it has come.
        }
    }
}
