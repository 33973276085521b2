package dev.warroom.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.IncidentEvent;
import dev.warroom.journal.Journals;
import dev.warroom.journal.RoomJournal;
import dev.warroom.policy.SharedRoom;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An incident on two machines that meet at a real server. */
@EnabledIf("dev.warroom.share.NatsServer#installed")
class SharingTest {

    @TempDir Path folder;

    private NatsServer server;
    private SharedRoom room;

    @BeforeEach
    void start() throws Exception {
        server = NatsServer.start(folder.resolve("server"));
        room = server.room();
        RoomStream.make(room, folder, 1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void awaitNotes(Machine machine, String... notes) throws InterruptedException {
        Await.until(
                List.of(notes) + " in " + machine.notes(),
                () -> machine.notes().size() >= notes.length);
        assertThat(machine.notes()).containsExactly(notes);
    }

    @Test
    void whatIsRecordedOnOneMachineIsOnTheOtherInTheSameBytes() throws Exception {
        try (Machine ana = new Machine(folder, "ana", room);
                Machine ben = new Machine(folder, "ben", room)) {
            ana.note("one");
            awaitNotes(ben, "one");
            ben.note("two");
            awaitNotes(ana, "one", "two");
            Await.until("all is shared", () -> ben.journal().waiting().isEmpty());
        }
        assertThat(Files.readString(Journals.file(folder.resolve("ana"), Machine.ID)))
                .isEqualTo(Files.readString(Journals.file(folder.resolve("ben"), Machine.ID)))
                .hasLineCount(2);
    }

    /** Others' facts are in the record a moment before whoever brings knows their place. */
    @Test
    void whoAnswersAtOnceBringsTheAnswerOnce() throws Exception {
        int rounds = 100;
        try (Machine ana = new Machine(folder, "ana", room);
                Machine ben = new Machine(folder, "ben", room);
                NatsLink link = NatsLink.open(room, folder)) {
            for (int i = 0; i < rounds; i++) {
                Machine speaks = i % 2 == 0 ? ana : ben;
                Machine hears = i % 2 == 0 ? ben : ana;
                speaks.note("note " + i);
                long seen = i + 1;
                long deadline = System.nanoTime() + Await.LIMIT.toNanos();
                while (hears.journal().sharedFacts() < seen && System.nanoTime() < deadline) {
                    Thread.onSpinWait();
                }
            }
            Await.until(
                    "all is shared",
                    () -> ana.journal().waiting().isEmpty() && ben.journal().waiting().isEmpty());

            assertThat(link.last(Subjects.facts("ops", Machine.ID))).isEqualTo(rounds);
        }
    }

    /** Servers before 2.10 may let two messages pass that follow the same one. */
    @Test
    void aLongMessageThatCameTooLateIsPassedOverAndNobodyIsToldOfAForgery() throws Exception {
        try (Machine ana = new Machine(folder, "ana", room);
                Machine ben = new Machine(folder, "ben", room);
                NatsLink link = NatsLink.open(room, folder)) {
            ana.note("one");
            awaitNotes(ben, "one");
            byte[] late = lateMessage(Journals.file(folder.resolve("ben"), Machine.ID));
            ana.note("two");
            awaitNotes(ben, "one", "two");
            String subject = Subjects.facts("ops", Machine.ID);
            link.publish(subject, late, link.last(subject));
            ana.note("three");
            awaitNotes(ben, "one", "two", "three");

            assertThat(ben.refused).isEmpty();
            assertThat(ana.refused).isEmpty();
        }
    }

    /** What somebody has recorded who has read only the record in {@code file}. */
    private byte[] lateMessage(Path file) throws Exception {
        Path copy = folder.resolve("eve");
        Path record = Journals.file(copy, Machine.ID);
        Files.createDirectories(record.getParent());
        Files.copy(file, record);
        Files.createFile(record.resolveSibling(Machine.ID + ".own.jsonl"));
        try (RoomJournal journal = RoomJournal.open(copy, Machine.ID, "eve")) {
            for (String text : List.of("a", "b", "c")) {
                journal.append(Instant.now(), "eve", "eve", note(text), () -> true);
            }
            return message(journal, Instant.now());
        }
    }

    @Test
    void whoIsInterruptedLeavesNoConnectionBehind() throws Exception {
        NatsLink link = NatsLink.open(room, folder);
        Thread.currentThread().interrupt();
        link.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(link.up()).isFalse();
    }

    @Test
    void whileTheServerIsAwayEachGoesOnAndAllComesTogetherAfterwards() throws Exception {
        try (Machine ana = new Machine(folder, "ana", room);
                Machine ben = new Machine(folder, "ben", room)) {
            ana.note("before");
            awaitNotes(ben, "before");
            server.kill();
            Instant cut = Instant.now().minus(Duration.ofSeconds(60));
            ana.journal().append(cut, "ana", "ana", note("a"), () -> true);
            ana.note("a2");
            ben.note("b");
            Await.until("it is said", () -> ana.standing().waiting() == 2);
            assertThat(ana.standing().trouble()).contains("127.0.0.1:" + server.port());
            assertThat(ana.standing().since()).contains(cut);
            server.start();
            Await.until("all is shared", () -> ana.standing().equals(Standing.WELL));
            Await.until("all have all", () -> ana.notes().size() == 4 && ben.notes().size() == 4);

            assertThat(ana.notes()).isEqualTo(ben.notes()).containsSubsequence("before", "a", "a2");
            assertThat(ben.all())
                    .filteredOn(it -> it.origin().isLate())
                    .anyMatch(it -> it.at().equals(cut));
        }
    }

    @Test
    void whatWaitedComesInFewMessages() throws Exception {
        try (Machine ana = new Machine(folder, "ana", room);
                Machine ben = new Machine(folder, "ben", room)) {
            ana.note("before");
            awaitNotes(ben, "before");
            server.kill();
            for (int i = 0; i < 60; i++) {
                ana.note("n" + i);
            }
            server.start();
            Await.until("all is shared", () -> ben.notes().size() == 61);
            assertThat(ben.notes()).isEqualTo(ana.notes());
            try (NatsLink link = NatsLink.open(room, folder)) {
                assertThat(link.last(Subjects.facts("ops", Machine.ID))).isLessThan(10);
            }
        }
    }

    private static IncidentEvent note(String text) {
        return new IncidentEvent.NoteAdded(text);
    }

    @Test
    void aServerThatStandsStillIsSaidAndNothingWaitsForIt() throws Exception {
        try (Machine ana = new Machine(folder, "ana", room)) {
            ana.note("one");
            Await.until("it is shared", () -> ana.journal().waiting().isEmpty());
            server.stop();
            ana.note("two");
            Await.until("it is said", () -> !ana.standing().trouble().isEmpty());
            assertThat(ana.notes()).containsExactly("one", "two");
            server.go();
            Await.until("it is shared", () -> ana.journal().waiting().isEmpty());
        }
    }

    @Test
    void aStreamThatIsMissingOrLostIsOneLine() throws Exception {
        SharedRoom other =
                new SharedRoom(room.servers(), "other", Optional.empty(), Optional.empty());
        try (Machine ana = new Machine(folder, "ana", other)) {
            ana.note("one");
            Await.until(
                    "it is said", () -> ana.standing().trouble().contains("no stream \"other\""));
            RoomStream.make(other, folder, 1);
            Await.until("it is shared", () -> ana.journal().waiting().isEmpty());
            server.kill();
            deleteAll(folder.resolve("server/data"));
            server.start();
            Await.until("the stream is made", () -> made(other));
            Await.until("it is said", () -> ana.standing().trouble().contains("has lost INC-7"));
            assertThat(ana.notes()).containsExactly("one");
        }
    }

    /** A server that has just begun may not answer yet. */
    private boolean made(SharedRoom wanted) {
        try {
            RoomStream.make(wanted, folder, 1);
            return true;
        } catch (CutOffException e) {
            return false;
        }
    }

    @Test
    void aStreamThatIsCutShortIsSaidAndWrittenToNoMore() throws Exception {
        Path data = folder.resolve("server/data");
        Path older = folder.resolve("older");
        try (Machine ana = new Machine(folder, "ana", room)) {
            ana.note("one");
            Await.until("it is shared", () -> ana.journal().waiting().isEmpty());
            server.kill();
            copyAll(data, older);
            server.start();
            ana.note("two");
            Await.until("it is shared", () -> ana.journal().waiting().isEmpty());
            server.kill();
            deleteAll(data);
            copyAll(older, data);
            server.start();
            ana.note("three");
            Await.until(
                    "it is said",
                    () -> ana.standing().trouble().contains("has lost the end of INC-7"));

            assertThat(ana.notes()).containsExactly("one", "two", "three");
            assertThat(ana.journal().waiting()).hasSize(1);
        }
    }

    private static void copyAll(Path from, Path to) throws java.io.IOException {
        try (var files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    private static void deleteAll(Path from) throws java.io.IOException {
        try (var files = Files.walk(from)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
        }
    }

    @Test
    void whoIsThereIsSeenSinceWhenAndAtWhatAndWhoLeftIsNot() throws Exception {
        Instant begun = Instant.now().minusSeconds(1);
        try (Machine ana = new Machine(folder, "ana", room)) {
            try (Machine ben = new Machine(folder, "ben", room)) {
                Await.until("both see", () -> !ana.others().isEmpty());
                Await.until("both see", () -> !ben.others().isEmpty());
                Companion seen = ana.others().getFirst();
                assertThat(seen.who()).isEqualTo("ben@ben");
                assertThat(seen.at()).isEqualTo("the logs");
                assertThat(seen.since()).isBetween(begun, Instant.now());
                assertThat(ana.hasReached()).isTrue();
            }
            Await.until("ben has left", () -> ana.others().isEmpty());
        }
    }

    /** As above, by one who has brought the same facts a moment before, and makes them anew. */
    @Test
    void theSameFactsTwiceAtOnceAreNotWorthAWordThoughTheySayOtherwiseHowLateTheyAre()
            throws Exception {
        Instant now = Instant.now();
        try (Machine ana = new Machine(folder, "ana", room);
                NatsLink again = NatsLink.open(room, folder);
                RoomJournal journal = RoomJournal.open(folder.resolve("eve"), Machine.ID, "eve")) {
            journal.append(now.minusSeconds(10), "eve", "eve", note("a"), () -> true);
            journal.append(now.minusMillis(4_500), "eve", "eve", note("b"), () -> true);
            byte[] first = message(journal, now);
            byte[] second = message(journal, now.plusMillis(900));
            String subject = Subjects.facts("ops", Machine.ID);
            long after = again.publish(subject, first, 0);
            after = again.publish(subject, second, after);
            after = again.publish(subject, first, after);
            ana.note("three");
            Await.until("it is shared", () -> ana.journal().waiting().isEmpty());
            awaitNotes(ana, "a", "b", "three");

            assertThat(second).isNotEqualTo(first);
            assertThat(ana.refused).isEmpty();
            again.publish(subject, first, again.last(subject));
            Await.until("what comes again later is refused", () -> !ana.refused.isEmpty());
        }
    }

    private static byte[] message(RoomJournal journal, Instant now) {
        return Messages.of(
                journal.next(now, Optional.empty(), 100_000).stream()
                        .map(RoomJournal.Placed::line)
                        .toList());
    }

    /** Servers before 2.10 may take a message twice that is brought twice at once. */
    @Test
    void theSameMessageTwiceInARowIsNotWorthAWord() throws Exception {
        try (Machine ana = new Machine(folder, "ana", room);
                NatsLink again = NatsLink.open(room, folder)) {
            ana.note("one");
            Await.until("it is shared", () -> ana.journal().waiting().isEmpty());
            String subject = Subjects.facts("ops", Machine.ID);
            byte[] newest = lines("ana").getLast().getBytes();
            long after = again.publish(subject, newest, again.last(subject));
            again.publish(subject, "not a fact".getBytes(), after);
            Await.until("what is none is refused", () -> !ana.refused.isEmpty());
            ana.note("two");
            Await.until("it is shared", () -> ana.journal().waiting().isEmpty());

            assertThat(ana.refused).hasSize(1);
        }
    }

    private List<String> lines(String machine) throws Exception {
        return Files.readAllLines(Journals.file(folder.resolve(machine), Machine.ID));
    }

    @Test
    void whatDoesNotFollowTheRecordIsRefusedEverywhereAndSaid() throws Exception {
        try (Machine ana = new Machine(folder, "ana", room);
                Machine ben = new Machine(folder, "ben", room);
                NatsLink forger = NatsLink.open(room, folder)) {
            ana.note("one");
            awaitNotes(ben, "one");
            ben.note("two");
            awaitNotes(ana, "one", "two");
            String subject = Subjects.facts("ops", Machine.ID);
            String line = lines("ana").getFirst();
            long after = forger.publish(subject, line.getBytes(), forger.last(subject));
            forger.publish(subject, line.replace("one", "0ne").getBytes(), after);
            long last = forger.last(subject);
            forger.publish(subject, line.substring(0, line.length() / 2).getBytes(), last);
            Await.until(
                    "both refuse all", () -> ana.refused.size() == 3 && ben.refused.size() == 3);
            ben.note("three");
            awaitNotes(ana, "one", "two", "three");

            assertThat(ana.refused.poll()).contains("it is fact 1 again");
        }
        try (Machine late = new Machine(folder, "late", room)) {
            awaitNotes(late, "one", "two", "three");
        }
    }
}
