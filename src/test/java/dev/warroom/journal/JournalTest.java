package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.EveryStepEvent;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Incident;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.NoteAdded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

class JournalTest {

    @TempDir Path folder;

    private Path state() {
        return folder.resolve("state");
    }

    @Test
    void aReplayIsWhatWasAppended() {
        Incident live = Incident.empty("INC-1");
        try (Journal journal = Journal.create(state(), "INC")) {
            assertThat(journal.id()).isEqualTo("INC-1");
            for (IncidentEvent event : EveryEvent.events()) {
                live = live.apply(journal.append(EveryEvent.START, "ana", "app-1", event));
            }
        }
        try (Journal journal = Journal.open(state(), "INC-1")) {
            assertThat(journal.facts()).isEqualTo(live.facts());
            assertThat(Incident.replay("INC-1", journal.facts())).isEqualTo(live);
            assertThat(journal.tornTail()).isEmpty();
        }
    }

    @Test
    void everyKindOfEventIsAmongTheOnesTested() {
        Set<Class<?>> kinds = new HashSet<>();
        EveryEvent.events().forEach(event -> kinds.add(event.getClass()));
        EveryStepEvent.events().forEach(event -> kinds.add(event.getClass()));
        kinds.add(IncidentEvent.OfCommand.class); // CommandTest looks at each of these.
        assertThat(kinds).containsExactlyInAnyOrder(IncidentEvent.class.getPermittedSubclasses());
    }

    @Test
    void itGoesOnWhereItEnded() {
        try (Journal journal = Journal.create(state(), "RUN")) {
            append(journal, "one");
        }
        try (Journal journal = Journal.open(state(), "RUN-1")) {
            assertThat(append(journal, "two").number()).isEqualTo(2);
        }
        assertThat(notes("RUN-1")).containsExactly("one", "two");
    }

    @Test
    void aFactIsOnTheDiskWhenAppendReturns() {
        try (Journal journal = Journal.create(state(), "INC")) {
            Fact fact = append(journal, "one");
            assertThat(JournalReader.read(journal.path()).facts()).containsExactly(fact);
        }
    }

    @Test
    void onlyTheOwnerCanReadIt() throws Exception {
        try (Journal journal = Journal.create(state(), "INC")) {
            append(journal, "one");
            Path incidents = state().resolve("incidents");
            assertThat(mode(state())).isEqualTo("rwx------");
            assertThat(mode(incidents)).isEqualTo("rwx------");
            assertThat(mode(journal.path())).isEqualTo("rw-------");
            assertThat(mode(incidents.resolve("INC-1.lock"))).isEqualTo("rw-------");
        }
    }

    @Test
    void manyWhoCreateAtOnceGetNumbersOfTheirOwn() throws Exception {
        int many = 16;
        CountDownLatch start = new CountDownLatch(1);
        ConcurrentLinkedQueue<String> ids = new ConcurrentLinkedQueue<>();
        List<Thread> threads =
                java.util.stream.IntStream.range(0, many)
                        .mapToObj(
                                i ->
                                        Thread.ofVirtual()
                                                .start(
                                                        () -> {
                                                            await(start);
                                                            try (Journal journal =
                                                                    Journal.create(
                                                                            state(), "INC")) {
                                                                ids.add(journal.id());
                                                            }
                                                        }))
                        .toList();
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(ids).hasSize(many).doesNotHaveDuplicates().contains("INC-1", "INC-16");
    }

    @Test
    void numbersOfOnePrefixDoNotCountForAnother() {
        Journal.create(state(), "INC").close();
        Journal.create(state(), "INC").close();
        try (Journal journal = Journal.create(state(), "RUN")) {
            assertThat(journal.id()).isEqualTo("RUN-1");
        }
    }

    @Test
    void aTailTornAtAnyByteIsSetAsideAndTheRestStands() throws Exception {
        Path path;
        try (Journal journal = Journal.create(state(), "INC")) {
            append(journal, "one");
            append(journal, "two");
            path = journal.path();
        }
        byte[] whole = Files.readAllBytes(path);
        int first = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int length = first + 1; length < whole.length; length++) {
            Path other = folder.resolve("torn-" + length);
            Path file = other.resolve("incidents/INC-1.jsonl");
            Files.createDirectories(file.getParent());
            Files.write(file, Arrays.copyOf(whole, length));
            try (Journal journal = Journal.open(other, "INC-1")) {
                assertThat(journal.facts()).hasSize(1);
                assertThat(journal.tornTail()).contains(file.resolveSibling("INC-1.torn-1"));
                assertThat(Files.readAllBytes(journal.tornTail().orElseThrow()))
                        .isEqualTo(Arrays.copyOfRange(whole, first, length));
                append(journal, "three");
            }
            assertThat(JournalReader.read(file).facts()).hasSize(2);
            assertThat(JournalReader.read(file).damage()).isEmpty();
        }
    }

    @Test
    void aSecondTornTailDoesNotOverwriteTheFirst() throws Exception {
        Path path;
        try (Journal journal = Journal.create(state(), "INC")) {
            path = journal.path();
        }
        for (int i = 1; i <= 2; i++) {
            Files.writeString(path, "{\"v\":1");
            try (Journal journal = Journal.open(state(), "INC-1")) {
                assertThat(journal.tornTail()).contains(path.resolveSibling("INC-1.torn-" + i));
            }
        }
    }

    @Test
    void aDamagedJournalIsNotWrittenOn() throws Exception {
        Path path;
        try (Journal journal = Journal.create(state(), "INC")) {
            append(journal, "one");
            append(journal, "two");
            path = journal.path();
        }
        Files.writeString(path, Files.readString(path).replace("two", "TWO"));
        assertThatThrownBy(() -> Journal.open(state(), "INC-1"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(path + ":2: ")
                .hasMessageContaining("was changed")
                .hasMessageContaining("put back a good copy");
        assertThat(notes("INC-1")).containsExactly("one");
    }

    @Test
    void aNameThatIsNoIncidentsIsRefused() {
        for (String id : List.of("../INC-1", "inc-1", "INC-0", "INC-", "", "INC-99999999999")) {
            assertThatThrownBy(() -> Journal.open(state(), id))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("looks like INC-7");
        }
        assertThatThrownBy(() -> Journal.open(state(), "INC-4"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("There is no incident INC-4");
    }

    @Test
    void aStateFolderThatIsAFileIsRefusedInWords() throws Exception {
        Files.writeString(state(), "");
        assertThatThrownBy(() -> Journal.create(state(), "INC"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("Cannot keep journals in " + state())
                .hasMessageContaining("--state");
    }

    @Test
    void anEventOfAnySizeAndAnyCharactersIsKept() {
        String halves = "a\uD800b\uDC00c \u0000\u001b[2J \uD83D\uDE80";
        String huge = "\u0001".repeat(3 << 20);
        try (Journal journal = Journal.create(state(), "INC")) {
            NoteAdded kept = (NoteAdded) append(journal, halves).event();
            assertThat(kept.text()).isEqualTo("a\uFFFDb\uFFFDc \u0000\u001b[2J \uD83D\uDE80");
            NoteAdded cut = (NoteAdded) append(journal, huge).event();
            assertThat(cut.text())
                    .hasSizeLessThan(1 << 20)
                    .endsWith(" more characters]")
                    .contains("[cut here, ");
            assertThat(JournalReader.read(journal.path()).facts())
                    .extracting(fact -> fact.event())
                    .containsExactly(kept, cut);
        }
    }

    private static Fact append(Journal journal, String text) {
        return journal.append(EveryEvent.START, "ana", "app-1", new NoteAdded(text));
    }

    private List<String> notes(String id) {
        return JournalReader.read(Journals.file(state(), id)).facts().stream()
                .map(fact -> ((NoteAdded) fact.event()).text())
                .toList();
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
