package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.incident.CommandEvent.Amended;
import dev.warroom.incident.Fact;
import dev.warroom.incident.FactWords;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.StepStarted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One incident in the journals of two machines; the shared record is carried by hand. */
class RoomJournalTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ID = "INC-7";

    @TempDir Path folder;

    private final List<byte[]> record = new ArrayList<>();

    private RoomJournal room(String name) {
        return RoomJournal.open(folder.resolve(name), ID, name);
    }

    private static Fact note(RoomJournal journal, String text) {
        return append(journal, new NoteAdded(text)).orElseThrow();
    }

    private static Optional<Fact> append(RoomJournal journal, IncidentEvent event) {
        return journal.append(NOON, "ana", "app-1", event, () -> true);
    }

    /** The next one waiting goes into the shared record, which the others do not know yet. */
    private void share(RoomJournal journal, Duration after) {
        byte[] line = journal.next(NOON.plus(after), Optional.empty(), 1).getFirst().line();
        assertThat(journal.take(List.of(line), Admission.ALL))
                .hasOnlyElementsOfType(Taken.Added.class);
        record.add(line);
    }

    private void catchUp(RoomJournal journal) {
        journal.take(record.subList((int) journal.sharedFacts(), record.size()), Admission.ALL);
    }

    private static List<String> texts(List<Fact> facts) {
        return facts.stream().map(it -> it.number() + " " + text(it)).toList();
    }

    private static String text(Fact fact) {
        return fact.event() instanceof NoteAdded note ? note.text() : fact.event().toString();
    }

    @Test
    void whatOthersSharedFirstComesBeforeWhatWaitsHere() {
        try (RoomJournal a = room("a");
                RoomJournal b = room("b")) {
            note(a, "a1");
            note(b, "b1");
            note(b, "b2");
            share(a, Duration.ZERO);
            catchUp(b);

            assertThat(texts(b.news())).containsExactly("1 a1");
            assertThat(texts(b.rearranged().orElseThrow())).containsExactly("1 a1", "2 b1", "3 b2");
            share(b, Duration.ZERO);
            assertThat(b.news()).isEmpty();
            assertThat(b.rearranged()).isEmpty();
            catchUp(a);
            assertThat(texts(a.news())).containsExactly("2 b1");
            assertThat(texts(b.waiting())).containsExactly("2 b2");
        }
    }

    @Test
    void aFactFollowsWhatWasToldThoughMoreHasComeWhileItWasWritten() {
        try (RoomJournal a = room("a");
                RoomJournal b = room("b")) {
            note(a, "a1");
            share(a, Duration.ZERO);
            Optional<Fact> written =
                    b.append(
                            NOON,
                            "ben",
                            "app-2",
                            new NoteAdded("b1"),
                            () -> {
                                b.news();
                                catchUp(b);
                                return true;
                            });

            assertThat(texts(List.of(written.orElseThrow()))).containsExactly("1 b1");
            assertThat(texts(b.news())).containsExactly("1 a1");
            assertThat(texts(b.rearranged().orElseThrow())).containsExactly("1 a1", "2 b1");
            note(b, "b2");
            assertThat(b.news()).isEmpty();
            assertThat(b.rearranged()).isEmpty();
        }
    }

    @Test
    void theSharedRecordIsTheSameBytesEverywhereAndReadsAsAnyJournal() throws Exception {
        try (RoomJournal a = room("a");
                RoomJournal b = room("b")) {
            note(a, "a1");
            note(b, "b1");
            share(b, Duration.ZERO);
            catchUp(a);
            share(a, Duration.ofSeconds(41));
            catchUp(b);
            note(b, "waits");
        }
        Path one = Journals.file(folder.resolve("a"), ID);
        Path two = Journals.file(folder.resolve("b"), ID);

        assertThat(Files.readString(two)).isEqualTo(Files.readString(one));
        assertThat(texts(JournalReader.read(one).facts())).containsExactly("1 b1", "2 a1");
        assertThat(texts(JournalReader.read(two).facts()))
                .containsExactly("1 b1", "2 a1", "3 waits");
        Fact late = JournalReader.read(one).facts().get(1);
        assertThat(late.origin().late()).isEqualTo(Duration.ofSeconds(41));
        assertThat(FactWords.words(late, List.of())).isEqualTo("note: a1 (shared 41 s late)");
    }

    @Test
    void whatWasRecordedBeforeACrashStillWaitsBehindIt() {
        try (RoomJournal a = room("a")) {
            note(a, "a1");
            note(a, "a2");
            share(a, Duration.ZERO);
        }
        try (RoomJournal a = room("a")) {
            assertThat(texts(a.facts())).containsExactly("1 a1", "2 a2");
            assertThat(texts(a.waiting())).containsExactly("2 a2");
            assertThat(RoomJournal.waiting(folder.resolve("a"), ID)).isEqualTo(1);
            Path file = Journals.file(folder.resolve("a"), ID);
            assertThat(Verified.of(file, ID).facts()).isEqualTo(2);
        }
    }

    @Test
    void whatAmendsAFactFollowsItToItsPlace() {
        try (RoomJournal a = room("a");
                RoomJournal b = room("b")) {
            note(a, "a1");
            share(a, Duration.ZERO);
            note(b, "b1");
            append(b, new Amended(1, "better"));
            catchUp(b);
            b.news();
            Fact second = note(b, "b2");
            append(b, new Amended(second.number(), "best"));
            for (int i = 0; i < 4; i++) {
                share(b, Duration.ZERO);
            }
            catchUp(a);
            Path file = Journals.file(folder.resolve("a"), ID);
            Incident incident = Incident.replay(ID, JournalReader.read(file).facts());

            assertThat(incident.facts().stream().map(incident::words))
                    .contains("better (amended)", "best (amended)")
                    .anyMatch(it -> it.contains("a1"));
            assertThat(incident.command().amendments()).containsOnlyKeys(2L, 4L);
        }
    }

    @Test
    void aStartThatWasClaimedIsNotSharedASecondTime() {
        try (RoomJournal a = room("a")) {
            IncidentEvent start = new StepStarted("INC-7-1.a", "s", "Roll back", "./r.sh", "local");
            byte[] claim =
                    a.claim(NOON, "ana", "app-1", start).orElseThrow().line(Optional.empty());
            append(a, start);
            note(a, "after");
            assertThat(a.take(List.of(claim), Admission.ALL))
                    .hasOnlyElementsOfType(Taken.Added.class);

            assertThat(texts(a.waiting())).containsExactly("2 after");
            assertThat(RoomJournal.waiting(folder.resolve("a"), ID)).isEqualTo(1);
            Path file = Journals.file(folder.resolve("a"), ID);
            assertThat(Verified.of(file, ID).facts()).isEqualTo(2);
            a.news();
            assertThat(a.rearranged().orElseThrow()).hasSize(2);
        }
    }

    /** Otherwise the start of a step could stand before the end of the same step's last run. */
    @Test
    void aClaimComesBehindWhatWasRecordedBeforeIt() {
        try (RoomJournal a = room("a")) {
            IncidentEvent start = new StepStarted("INC-7-2.a", "s", "Roll back", "./r.sh", "local");
            note(a, "before");

            assertThat(a.claim(NOON, "ana", "app-1", start)).isEmpty();

            share(a, Duration.ZERO);
            assertThat(a.claim(NOON, "ana", "app-1", start).orElseThrow().fact().number())
                    .isEqualTo(2);
        }
    }

    @Test
    void aLineThatIsChangedReplayedMissingOrOutOfOrderIsRefused() {
        try (RoomJournal a = room("a");
                RoomJournal b = room("b")) {
            for (String each : List.of("one", "two", "three")) {
                note(a, each);
                share(a, Duration.ZERO);
            }
            byte[] changed =
                    new String(record.get(0), StandardCharsets.UTF_8)
                            .replace("one", "0ne")
                            .getBytes(StandardCharsets.UTF_8);

            assertThat(b.take(List.of(changed, record.get(1), record.get(0)), Admission.ALL))
                    .extracting(it -> it.getClass().getSimpleName())
                    .containsExactly("Refused", "Refused", "Added");
            assertThat(
                            b.take(
                                    List.of(record.get(2), record.get(0), "nonsense".getBytes()),
                                    Admission.ALL))
                    .extracting(it -> it.getClass().getSimpleName())
                    .containsExactly("Refused", "Known", "Refused");
            assertThat(texts(b.news())).containsExactly("1 one");
        }
    }

    @Test
    void thePlaceInTheStreamCountsOnlyWithTheRecordItWasReadTo() {
        try (RoomJournal a = room("a")) {
            note(a, "one");
            share(a, Duration.ZERO);
            a.seen(12);
            assertThat(a.seen()).isEqualTo(12);
            note(a, "two");
            share(a, Duration.ZERO);
            assertThat(a.seen()).isZero();
        }
    }

    @Test
    void anIncidentOfThisMachineAloneIsNotMixedWithTheRooms() {
        Path state = folder.resolve("a");
        try (Journal journal = Journal.create(state, "INC")) {
            assertThat(RoomJournal.isShared(state, journal.id())).isFalse();
            assertThatThrownBy(() -> RoomJournal.open(state, journal.id(), "a"))
                    .hasMessageContaining("has an incident INC-1 of its own");
        }
    }
}
