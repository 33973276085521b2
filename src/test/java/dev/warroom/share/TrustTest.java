package dev.warroom.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.identity.SigningKey;
import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.Severity;
import dev.warroom.journal.Admission;
import dev.warroom.journal.JournalSummary;
import dev.warroom.journal.Journals;
import dev.warroom.journal.RoomJournal;
import dev.warroom.journal.Signers;
import dev.warroom.policy.SharedRoom;
import dev.warroom.testing.Await;

import io.nats.client.Message;
import io.nats.client.Subscription;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A room with members: who signs counts, and nobody writes in another's name. */
@EnabledIf("dev.warroom.share.NatsServer#installed")
class TrustTest {

    private static final Duration SOON = Duration.ofMillis(500);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path folder;

    private NatsServer server;
    private People people;

    @BeforeEach
    void start() throws Exception {
        server = NatsServer.start(folder.resolve("server"));
        people = new People(folder);
        RoomStream.make(server.room(), folder, 1);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Machine machine(String who, String... members) {
        return new Machine(folder, who, people.room(server, who, members));
    }

    /** What follows the record of a machine, in a name, signed with a key. */
    private void forge(NatsLink link, String incident, String name, Optional<SigningKey> key)
            throws Exception {
        Path copy = folder.resolve("forger-" + Files.list(folder).count());
        Files.createDirectories(copy);
        Path record = Journals.file(folder.resolve("ana"), Machine.ID);
        Files.createDirectories(Journals.file(copy, incident).getParent());
        Files.copy(record, Journals.file(copy, incident));
        Files.createFile(Journals.file(copy, incident).resolveSibling(incident + ".own.jsonl"));
        try (RoomJournal journal = RoomJournal.open(copy, incident, "forger")) {
            byte[] line =
                    journal.claim(NOW, name, "x", new NoteAdded("forged")).orElseThrow().line(key);
            String subject = Subjects.facts("ops", Machine.ID);
            link.publish(subject, line, link.last(subject));
        }
    }

    private static void awaitNote(Machine machine, String note) throws InterruptedException {
        Await.until(note, () -> machine.notes().contains(note));
    }

    private static String refusal(Machine machine) throws InterruptedException {
        return machine.refused.poll(Await.LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
    }

    @Test
    void whatAMemberSignsCountsAndWhatIsForgedIsRefusedAndSaid() throws Exception {
        try (Machine ana = machine("ana", "ana", "ben");
                Machine ben = machine("ben", "ana", "ben");
                NatsLink link = NatsLink.open(server.room(), folder)) {
            ana.note("one");
            awaitNote(ben, "one");
            // Others may hear of it before its writer knows that it came through.
            Await.until("it is shared", () -> ana.journal().waiting().isEmpty());
            forge(link, Machine.ID, "ana", Optional.empty());
            assertThat(refusal(ben)).contains("in the name of ana and not signed");
            forge(link, Machine.ID, "ana", Optional.of(people.key("ben")));
            assertThat(refusal(ben)).contains("in the name of ana and signed by ben");
            forge(link, Machine.ID, "ana", Optional.of(people.key("eve")));
            assertThat(refusal(ben)).contains("not among the members");
            forge(link, "INC-8", "ana", Optional.of(people.key("ana")));
            assertThat(refusal(ben)).contains("says that ana has signed it, and that is not so");
            ben.note("two");
            awaitNote(ana, "two");

            assertThat(ana.notes()).containsExactly("one", "two");
            assertThat(ben.notes()).containsExactly("one", "two");
        }
        Signers signers = Signers.of(Journals.file(folder.resolve("ana"), Machine.ID), Machine.ID);
        assertThat(signers.lines())
                .containsOnly(
                        Map.entry(people.key("ana").open().toString(), 1),
                        Map.entry(people.key("ben").open().toString(), 1));
        assertThat(signers.unsigned()).isZero();
        assertThat(signers.falseAt()).isEmpty();
    }

    @Test
    void whoIsThereIsSignedAndNobodyIsSeenInAnothersNameOrWhenTheyHaveLeft() throws Exception {
        String here = Subjects.here("ops", Machine.ID);
        List<byte[]> heard = new CopyOnWriteArrayList<>();
        try (Machine ana = machine("ana", "ana", "ben");
                NatsLink link = NatsLink.open(server.room(), folder)) {
            Subscription others = link.listen(here);
            try (Machine ben = machine("ben", "ana", "ben");
                    Machine eve = machine("eve", "ana", "ben")) {
                Await.until("ana sees ben", () -> !ana.others().isEmpty());
                Await.until("eve sees both", () -> eve.others().size() == 2);
                link.say(here, present("x1", "ben@app-2", Optional.of(people.key("eve"))));
                link.say(here, present("x2", "ben@app-2", Optional.empty()));
                link.say(here, present("x3", "ana@app-2", Optional.of(people.key("ben"))));
                for (Message each = others.nextMessage(SOON);
                        each != null;
                        each = others.nextMessage(SOON)) {
                    heard.add(each.getData());
                }
                link.say(here, present("x4", "ben@app-9", Optional.of(people.key("ben"))));
                Await.until("ben is there twice", () -> ana.others().size() == 2);
                assertThat(ana.others())
                        .extracting(Companion::who)
                        .containsExactly("ben@app-9", "ben@ben");
            }
            Await.until(
                    "ben has left, whoever repeats what he said",
                    () -> {
                        heard.forEach(it -> link.say(here, it));
                        return ana.others().isEmpty();
                    });
        }
    }

    @Test
    void theListOfTheRoomGoesByWhatItsMembersWrite() throws Exception {
        try (Machine ana = machine("ana", "ana", "ben");
                NatsLink link = NatsLink.open(server.room(), folder)) {
            ana.record(new Declared(Severity.P1, "shop is down", "shop", "/srv"));
            Await.until("it is shared", () -> ana.journal().waiting().isEmpty());
            forge(link, Machine.ID, "ana", Optional.of(people.key("eve")));
            assertThat(refusal(ana)).contains("not among the members");
            assertThat(listed().open()).isTrue();
            ana.record(new Resolved("a leak", "restarted"));
            Await.until("it is shared", () -> ana.journal().waiting().isEmpty());

            assertThat(listed().title()).isEqualTo("shop is down");
            assertThat(listed().open()).as("it was resolved behind what was forged").isFalse();
            link.publish(Subjects.facts("ops", "INC-\u001b[2J"), new byte[] {'x'}, 0);
            assertThat(listed().id()).isEqualTo(Machine.ID);
        }
    }

    private JournalSummary listed() throws Exception {
        List<JournalSummary> all =
                RoomStream.incidents(people.room(server, "ben", "ana", "ben"), folder);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static byte[] present(String mark, String who, Optional<SigningKey> key) {
        String words = mark + "\t1772366400\t1772366400000\t" + who + "\tthe logs";
        return SignedWords.message(
                Subjects.here("ops", Machine.ID), words.getBytes(StandardCharsets.UTF_8), key);
    }

    @Test
    void whatCameTogetherIsLookedAtFromItsEndAndNobodyStandsForAnother() {
        Members members = new Members(people.room(server, "ana", "ana", "ben"), Machine.ID);
        try (RoomJournal journal = RoomJournal.open(folder.resolve("m"), Machine.ID, "m")) {
            byte[] first = line(journal, "ana", people.key("ana"));
            byte[] his = line(journal, "ben", people.key("ben"));
            byte[] forged = line(journal, "ben", people.key("ana"));
            byte[] last = line(journal, "ana", people.key("ana"));

            assertThat(refused(members, List.of(first, his, forged, last)))
                    .containsExactly("it is in the name of ben and signed by ana");
            assertThat(refused(members, List.of(changedSignature(first), his)))
                    .containsExactly("it says that ana has signed it, and that is not so");
        }
    }

    private static byte[] changedSignature(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        int at = text.indexOf("\"sig\":\"") + 10;
        char other = text.charAt(at) == 'A' ? 'B' : 'A';
        return (text.substring(0, at) + other + text.substring(at + 1))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** One more line of a record to which everybody may write. */
    private static byte[] line(RoomJournal journal, String who, SigningKey key) {
        byte[] line =
                journal.claim(NOW, who, "x", new NoteAdded("by " + who))
                        .orElseThrow()
                        .line(Optional.of(key));
        journal.take(List.of(line), Admission.ALL);
        return line;
    }

    private static List<String> refused(Members members, List<byte[]> lines) {
        Admission admission = members.of(lines);
        return lines.stream()
                .map(it -> admission.objection(fact(it), it))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Fact fact(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        String who = text.contains("\"who\":\"ana\"") ? "ana" : "ben";
        return new Fact(1, NOW, who, "x", new NoteAdded(""));
    }

    @Test
    void whoIsNoMemberIsToldAndKeepsWhatIsRecorded() throws Exception {
        try (Machine ana = machine("ana", "ana", "ben");
                Machine eve = machine("eve", "ana", "ben")) {
            ana.note("one");
            awaitNote(eve, "one");
            eve.note("mine");
            Await.until(
                    "it is said",
                    () -> eve.standing().trouble().contains("the room would refuse the next fact"));
            assertThat(eve.notes()).containsExactly("one", "mine");
            assertThat(ana.notes()).containsExactly("one");
        }
    }

    @Test
    void aRoomThatKnowsFewerMembersSaysSoAndWritesNothingBesideTheOthers() throws Exception {
        try (Machine ana = machine("ana", "ana", "ben", "eve");
                Machine eve = machine("eve", "ana", "ben", "eve")) {
            ana.note("one");
            awaitNote(eve, "one");
            try (Machine ben = machine("ben", "ana", "ben")) {
                awaitNote(ben, "one");
                eve.note("hers");
                awaitNote(ana, "hers");
                assertThat(refusal(ben)).contains("in the name of eve");
                ana.note("two");
                Await.until(
                        "it is said", () -> ben.standing().trouble().contains("bring \"members\""));
                ben.note("his");
                assertThat(ben.notes()).containsExactly("one", "his");
            }
            try (Machine ben = machine("ben", "ana", "ben", "eve")) {
                awaitNote(ana, "his");
                assertThat(ben.notes()).containsExactly("one", "hers", "two", "his");
            }
        }
    }

    @Test
    void whereNobodyIsListedWhoHasAKeySignsAllTheSame() throws Exception {
        SharedRoom open = server.room();
        try (Machine ana = machine("ana");
                Machine ben = new Machine(folder, "ben", open)) {
            ana.note("one");
            awaitNote(ben, "one");
            ben.note("two");
            awaitNote(ana, "two");
        }
        Signers signers = Signers.of(Journals.file(folder.resolve("ben"), Machine.ID), Machine.ID);
        assertThat(signers.lines()).containsOnlyKeys(people.key("ana").open().toString());
        assertThat(signers.unsigned()).isEqualTo(1);
    }

    @Test
    void aLineThatIsNotSignedAsItSaysIsFoundInTheRecord() throws IOException, InterruptedException {
        try (Machine ana = machine("ana")) {
            ana.note("one");
            Await.until("it is shared", () -> ana.journal().waiting().isEmpty());
        }
        Path record = Journals.file(folder.resolve("ana"), Machine.ID);

        assertThat(Signers.of(record, "INC-8").falseAt()).contains(1L);
    }
}
