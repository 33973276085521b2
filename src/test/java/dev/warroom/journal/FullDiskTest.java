package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.IncidentEvent.NoteAdded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

class FullDiskTest {

    @TempDir Path state;

    /** Keeps half of what is written, while it is full; can refuse to be cut as well. */
    private static final class FillingDisk implements JournalFile {
        private final JournalFile real;
        private boolean full;
        private boolean stuck;
        private boolean unsure;
        private int forced;

        FillingDisk(JournalFile real) {
            this.real = real;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public void write(ByteBuffer line, long position) throws IOException {
            if (!full) {
                real.write(line, position);
                return;
            }
            line.limit(line.limit() / 2);
            real.write(line, position);
            throw new IOException("No space left on device");
        }

        @Override
        public void force() throws IOException {
            if (unsure) {
                throw new IOException("Input/output error");
            }
            real.force();
            forced++;
        }

        @Override
        public void truncate(long size) throws IOException {
            if (stuck) {
                throw new IOException("Input/output error");
            }
            real.truncate(size);
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private final AtomicReference<FillingDisk> disk = new AtomicReference<>();

    private Journal open() {
        Journal.create(state, "INC").close();
        return Journal.open(
                state,
                "INC-1",
                path -> {
                    disk.set(new FillingDisk(new JournalFile.OnDisk(path)));
                    return disk.get();
                });
    }

    @Test
    void whatDidNotFitLeavesNoTraceAndWritingGoesOnWhenThereIsSpace() throws Exception {
        try (Journal journal = open()) {
            append(journal, "one");
            byte[] before = Files.readAllBytes(journal.path());
            disk.get().full = true;
            assertThatThrownBy(() -> append(journal, "two"))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("Not recorded")
                    .hasMessageContaining("No space left on device");
            assertThat(Files.readAllBytes(journal.path())).isEqualTo(before);
            disk.get().full = false;
            append(journal, "three");
        }
        assertNotes("one", "three");
    }

    @Test
    void remainsThatCouldNotBeCutAtOnceAreCutBeforeTheNextLine() throws Exception {
        try (Journal journal = open()) {
            append(journal, "one");
            disk.get().full = true;
            disk.get().stuck = true;
            assertThatThrownBy(() -> append(journal, "two")).isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> append(journal, "three")).isInstanceOf(JournalException.class);
            disk.get().full = false;
            disk.get().stuck = false;
            append(journal, "four");
        }
        assertNotes("one", "four");
    }

    @Test
    void whatCanBeFoundOutAgainReachesTheDiskWithTheNextLineOrWhenItIsSettled() {
        try (Journal journal = open()) {
            append(journal, "one");
            assertThat(disk.get().forced).isEqualTo(1);
            appendUnforced(journal, "two");
            assertNotes("one", "two");
            assertThat(disk.get().forced).isEqualTo(1);
            append(journal, "three");
            assertThat(disk.get().forced).isEqualTo(2);

            appendUnforced(journal, "four");
            journal.settle();
            assertThat(disk.get().forced).isEqualTo(3);
            journal.settle();
            assertThat(disk.get().forced).isEqualTo(3);

            appendUnforced(journal, "five");
        }
        assertThat(disk.get().forced).isEqualTo(4);
        assertNotes("one", "two", "three", "four", "five");
    }

    @Test
    void whatMayNotBeOnTheDiskIsSaidAndTriedAgain() {
        try (Journal journal = open()) {
            appendUnforced(journal, "one");
            disk.get().unsure = true;
            assertThatThrownBy(journal::settle)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("may not be on the disk")
                    .hasMessageContaining("Input/output error");
            disk.get().unsure = false;
            journal.settle();
            assertThat(disk.get().forced).isEqualTo(1);
        }
        assertNotes("one");
    }

    @Test
    void anInterruptedWriterFailsOnceAndTheJournalGoesOn() {
        try (Journal journal = open()) {
            append(journal, "one");
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> append(journal, "two")).isInstanceOf(JournalException.class);
            assertThat(Thread.interrupted()).isTrue();
            append(journal, "three");
        }
        assertNotes("one", "three");
    }

    @Test
    void whatAnotherWriterLeftBehindInACrashIsSetAsideBeforeTheNextLine() throws Exception {
        try (Journal journal = open()) {
            append(journal, "one");
            Files.writeString(journal.path(), "{\"v\":2", java.nio.file.StandardOpenOption.APPEND);
            append(journal, "two");
            assertThat(journal.path().resolveSibling("INC-1.torn-1")).hasContent("{\"v\":2");
        }
        assertNotes("one", "two");
    }

    @Test
    void aJournalThatWasCutIsNotWrittenOn() throws Exception {
        try (Journal journal = open()) {
            append(journal, "one");
            Files.writeString(journal.path(), "");
            assertThatThrownBy(() -> append(journal, "two"))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("something else has cut it");
        }
    }

    private void assertNotes(String... notes) {
        JournalContent content = JournalReader.read(Journals.file(state, "INC-1"));
        assertThat(content.damage()).isEmpty();
        assertThat(content.tornBytes()).isZero();
        assertThat(content.facts())
                .extracting(fact -> ((NoteAdded) fact.event()).text())
                .containsExactly(notes);
    }

    private static void appendUnforced(Journal journal, String text) {
        journal.appendUnforced(EveryEvent.START, "ana", "app-1", new NoteAdded(text), () -> true);
    }

    private static void append(Journal journal, String text) {
        journal.append(EveryEvent.START, "ana", "app-1", new NoteAdded(text));
    }
}
