package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.execution.Network;
import dev.warroom.execution.Ssh;
import dev.warroom.execution.Sshd;
import dev.warroom.incident.Attempt;
import dev.warroom.incident.Outcome;
import dev.warroom.room.Room;
import dev.warroom.runbook.RunbookReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The network is cut while the start of a step is on its way: the step runs once or never, and the
 * room says which.
 */
@EnabledIf("possible")
class StartInFlightTest {

    /** The first time it only lets the room open its connection. */
    private static final String RUNBOOK =
            """
            # Shop

            ## P1: It is down

            1. Walk the aisles

               ```bash {target=app-1}
               cd '%s'
               [ -e connected ] || { echo >connected; exit 0; }
               echo ran >>ran
               exit 7
               ```
            """;

    @TempDir Path temp;
    private Network network;
    private Sshd sshd;
    private final List<Walker> walkers = new ArrayList<>();

    static boolean possible() {
        return Sshd.installed() && Network.possible();
    }

    @BeforeEach
    void begin() throws Exception {
        network = Network.make();
        sshd = Sshd.start(Files.createDirectory(temp.resolve("sshd")), network);
    }

    @AfterEach
    void end() {
        walkers.forEach(it -> it.room().close());
        sshd.close();
        network.close();
    }

    /** A room, and the folder that its step works in. */
    private record Walker(HeadlessRoom room, Path folder) {

        /** How often the step ran, but for the time that opened the connection. */
        int ran() throws IOException {
            Path ran = folder.resolve("ran");
            return Files.exists(ran) ? Files.readAllLines(ran).size() : 0;
        }

        /** The attempt whose start was cut off, when it has ended. */
        Attempt end(int attempts) throws Exception {
            Room after =
                    room.await(
                            "the end",
                            it ->
                                    it.incident().runs().size() == attempts
                                            && it.incident().running().isEmpty());
            return HeadlessRoom.attempt(after).orElseThrow();
        }

        void assertOnce(int attempts) throws Exception {
            Attempt attempt = end(attempts);
            assertThat(attempt.exit()).as("%s", attempt).hasValue(7);
            assertThat(ran()).as("times it ran").isEqualTo(1);
        }

        void assertNever(int attempts) throws Exception {
            Attempt attempt = end(attempts);
            assertThat(attempt.outcome()).as("%s", attempt).hasValue(Outcome.FAILED);
            assertThat(attempt.exit()).as("%s", attempt).isEmpty();
            assertThat(attempt.detail())
                    .matches("it was never started|it does not answer|ssh: connect to host .*");
            assertThat(ran()).as("times it ran").isZero();
        }

        void assertOnceOrNever(int attempts) throws Exception {
            if (end(attempts).exit().isPresent()) {
                assertOnce(attempts);
            } else {
                assertNever(attempts);
            }
        }
    }

    private Walker walker(List<String> client) throws Exception {
        int number = walkers.size() + 1;
        Path folder = Files.createDirectory(temp.resolve("work-" + number));
        HeadlessRoom room =
                new HeadlessRoom(
                        Files.createDirectory(temp.resolve("state-" + number)),
                        folder,
                        RunbookReader.read("runbooks/shop.md", RUNBOOK.formatted(folder)),
                        SshPlaces.by(new Ssh(client, sshd.folder(), number)),
                        Clock.systemUTC());
        walkers.add(new Walker(room, folder));
        room.declare();
        return walkers.getLast();
    }

    /** One that has a connection, and a start that is recorded and not sent. */
    private Walker connected(List<String> client) throws Exception {
        Walker walker = walker(client);
        walker.room().run();
        walker.end(1);
        walker.room().holdStarts();
        walker.room().run();
        walker.room().awaitHeld();
        return walker;
    }

    private Walker unconnected() throws Exception {
        Walker walker = walker(sshd.client());
        Files.createFile(walker.folder().resolve("connected"));
        walker.room().holdStarts();
        walker.room().run();
        walker.room().awaitHeld();
        return walker;
    }

    @Test
    void aStartThatTheConnectionOutlivesComesLateAndOnce() throws Exception {
        List<String> patient = new ArrayList<>(sshd.client());
        patient.replaceAll(
                it -> it.startsWith("-oServerAliveInterval") ? "-oServerAliveInterval=60" : it);
        Walker walker = connected(patient);
        network.cut();
        walker.room().startHeld();
        network.mend();

        walker.assertOnce(2);
    }

    @Test
    void aStartWhoseConnectionIsGivenUpRunsOnceOrNeverAndTheRoomSaysWhich() throws Exception {
        Walker cold = unconnected();
        List<Walker> before = List.of(connected(sshd.client()), connected(sshd.client()));
        // Last: whoever has heard nothing for a second asks first whether somebody is there.
        Walker after = connected(sshd.client());
        Thread cut = Thread.startVirtualThread(this::cutSoon);
        for (Walker each : before) {
            each.room().startHeld();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        cut.join();
        after.room().startHeld();
        cold.room().startHeld();
        after.room().await("the loss", it -> !it.lost().byRun().isEmpty());
        cold.assertNever(1);
        network.mend();

        for (Walker each : before) {
            each.assertOnceOrNever(2);
        }
        after.assertOnceOrNever(2);
    }

    private void cutSoon() {
        try {
            network.cut();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
