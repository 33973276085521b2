package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warroom.identity.SigningKey;
import dev.warroom.incident.EveryCommandEvent;
import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.EveryStepEvent;
import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.Origin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Journals of every format are on people's disks. The recorded ones are never written anew, but for
 * that of the newest format, until it is released.
 */
class FormatsTest {

    private static final Path FOLDER = Path.of("src/test/resources/journal");
    private static final Path ONE = FOLDER.resolve("v1.jsonl");
    private static final Path TWO_COMMAND = FOLDER.resolve("v2-command.jsonl");
    private static final Path TWO_STEPS = FOLDER.resolve("v2-steps.jsonl");
    private static final Path TWO = FOLDER.resolve("v2.jsonl");
    private static final Path THREE = FOLDER.resolve("v3.jsonl");
    private static final Path THREE_OWN = FOLDER.resolve("v3.own.jsonl");
    private static final String SHARED = "INC-7";
    private static final String MARK = "0123456789ab";

    /** Of nobody: it signs the recorded journal alone. */
    private static final SigningKey KEY =
            SigningKey.ofSeed("SUACV2UGHB7HUBP24WIHD7BQTAOTSAW2XZO64EOURZ7VZQFIMCLSJTRYTM")
                    .orElseThrow();

    @TempDir Path state;

    @Test
    void aRecordedJournalOfFormatOneStillReads() {
        reads(ONE, EveryEvent.facts(EveryEvent.ofFormatOne()));
    }

    @Test
    void aRecordedJournalOfFormatTwoStillReads() throws Exception {
        if (Boolean.getBoolean("warroom.rewrite")) {
            Files.writeString(TWO, written(EveryEvent.facts()));
        }
        reads(TWO, EveryEvent.facts());
    }

    @Test
    void aRecordedJournalOfCommandStillReads() throws Exception {
        List<Fact> facts = EveryEvent.facts(EveryCommandEvent.events());
        if (Boolean.getBoolean("warroom.rewrite")) {
            Files.writeString(TWO_COMMAND, written(facts));
        }
        reads(TWO_COMMAND, facts);
        assertThat(written(facts)).isEqualTo(Files.readString(TWO_COMMAND));
    }

    @Test
    void aRecordedJournalOfHowStepsRunStillReads() throws Exception {
        List<Fact> facts = EveryEvent.facts(EveryStepEvent.events());
        if (Boolean.getBoolean("warroom.rewrite")) {
            Files.writeString(TWO_STEPS, written(facts));
        }
        reads(TWO_STEPS, facts);
        assertThat(written(facts)).isEqualTo(Files.readString(TWO_STEPS));
    }

    @Test
    void theSameFactsAreStillWrittenInTheSameBytes() throws Exception {
        assertThat(written(EveryEvent.facts())).isEqualTo(Files.readString(TWO));
    }

    @Test
    void aJournalThatAnEarlierWarRoomBeganGoesOnInTheNewFormat() throws Exception {
        Path begun;
        try (Journal journal = Journal.create(state, "INC")) {
            begun = journal.path();
        }
        Files.writeString(begun, Files.readString(ONE));
        String id = begun.getFileName().toString().replace(".jsonl", "");
        IncidentEvent more = new IncidentEvent.StepNoted("s", "Step", "later");
        try (Journal journal = Journal.open(state, id)) {
            journal.append(EveryEvent.START.plusSeconds(99), "ana", "app-1", more);
        }

        JournalContent content = JournalReader.read(begun);
        assertThat(content.damage()).isEmpty();
        assertThat(content.facts()).hasSize(EveryEvent.ofFormatOne().size() + 1);
        assertThat(content.facts().getLast().event()).isEqualTo(more);
    }

    /** The shared record of a room over several machines, all of it signed. */
    @Test
    void aRecordedJournalOfFormatThreeStillReadsAndHoldsItsSignatures() throws Exception {
        if (Boolean.getBoolean("warroom.rewrite")) {
            writeShared();
            Files.copy(sharedFile(), THREE, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(ownFile(), THREE_OWN, StandardCopyOption.REPLACE_EXISTING);
        }
        reads(THREE, sharedFacts());
        assertThat(Files.readAllLines(THREE))
                .allSatisfy(
                        it ->
                                assertThat(LineSignature.of(it.getBytes(UTF_8)))
                                        .hasValueSatisfying(
                                                by -> {
                                                    assertThat(by.key()).isEqualTo(KEY.open());
                                                    assertThat(by.holds(SHARED)).isTrue();
                                                }));
    }

    @Test
    void aRecordedJournalOfFormatThreeGoesOnInARoom() throws Exception {
        Files.createDirectories(ownFile().getParent());
        Files.copy(THREE, sharedFile());
        Files.copy(THREE_OWN, ownFile());
        try (RoomJournal journal = RoomJournal.open(state, SHARED, MARK)) {
            assertThat(journal.waiting()).isEmpty();
            assertThat(journal.facts()).isEqualTo(sharedFacts());
            append(journal, new IncidentEvent.NoteAdded("later"));
            assertThat(journal.waiting()).hasSize(1);
        }
    }

    @Test
    void theSameFactsAreStillSharedInTheSameBytes() throws Exception {
        writeShared();
        assertThat(Files.readString(sharedFile())).isEqualTo(Files.readString(THREE));
        assertThat(Files.readString(ownFile())).isEqualTo(Files.readString(THREE_OWN));
    }

    private Path sharedFile() {
        return Journals.file(state, SHARED);
    }

    private Path ownFile() {
        return sharedFile().resolveSibling(SHARED + ".own.jsonl");
    }

    /** A start that was claimed first; all else when it had waited for so long. */
    private static List<Fact> sharedFacts() {
        Fact claim =
                new Fact(
                        1,
                        EveryEvent.START,
                        "ana",
                        "app-1",
                        claimed(),
                        new Origin(MARK, 0, Duration.ZERO));
        List<Fact> facts = new ArrayList<>(List.of(claim));
        for (IncidentEvent event : EveryEvent.events()) {
            Origin late = new Origin(MARK, facts.size(), Duration.ofSeconds(41));
            facts.add(new Fact(facts.size() + 1L, EveryEvent.START, "ana", "app-1", event, late));
        }
        return facts;
    }

    private static IncidentEvent claimed() {
        return new IncidentEvent.StepStarted("r0", "p1/look", "Look", "uptime", "local");
    }

    private void writeShared() {
        Instant later = EveryEvent.START.plusSeconds(41);
        try (RoomJournal journal = RoomJournal.open(state, SHARED, MARK)) {
            RoomJournal.Draft claim =
                    journal.claim(EveryEvent.START, "ana", "app-1", claimed()).orElseThrow();
            journal.take(List.of(claim.line(Optional.of(KEY))), Admission.ALL);
            EveryEvent.events().forEach(it -> append(journal, it));
            List<byte[]> lines =
                    journal.next(later, Optional.of(KEY), Integer.MAX_VALUE).stream()
                            .map(RoomJournal.Placed::line)
                            .toList();
            journal.take(lines, Admission.ALL);
        }
    }

    private static void append(RoomJournal journal, IncidentEvent event) {
        journal.append(EveryEvent.START, "ana", "app-1", event, () -> true);
    }

    private static void reads(Path recorded, List<Fact> facts) {
        JournalContent content = JournalReader.read(recorded);
        assertThat(content.damage()).isEmpty();
        assertThat(content.tornBytes()).isZero();
        assertThat(content.facts()).isEqualTo(facts);
    }

    private String written(List<Fact> facts) throws Exception {
        try (Journal journal = Journal.create(state, "INC")) {
            for (Fact fact : facts) {
                journal.append(fact.at(), fact.who(), fact.host(), fact.event());
            }
            return Files.readString(journal.path());
        }
    }
}
