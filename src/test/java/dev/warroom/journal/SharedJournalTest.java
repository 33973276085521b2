package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.testing.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two war rooms that have one incident open at the same time. */
class SharedJournalTest {

    @TempDir Path state;

    private static Fact append(Journal journal, String text) {
        return journal.append(EveryEvent.START, "ana", "app-1", new NoteAdded(text));
    }

    private static List<String> texts(List<Fact> facts) {
        return facts.stream().map(it -> ((NoteAdded) it.event()).text()).toList();
    }

    @Test
    void eachSeesWhatTheOtherWroteAndWritesBehindIt() {
        try (Journal one = Journal.create(state, "INC");
                Journal two = Journal.open(state, "INC-1")) {
            append(one, "a");
            append(two, "b");
            append(one, "c");

            assertThat(texts(two.news())).containsExactly("a", "c");
            assertThat(texts(one.news())).containsExactly("b");
            assertThat(one.news()).isEmpty();
            JournalContent content = JournalReader.read(one.path());
            assertThat(content.damage()).isEmpty();
            assertThat(texts(content.facts())).containsExactly("a", "b", "c");
        }
    }

    @Test
    void whatMakesNoSenseBehindTheOthersFactsIsNotWritten() {
        try (Journal one = Journal.create(state, "INC");
                Journal two = Journal.open(state, "INC-1")) {
            append(one, "a");

            assertThat(
                            two.append(
                                    EveryEvent.START,
                                    "ben",
                                    "app-1",
                                    new NoteAdded("a"),
                                    () -> two.news().isEmpty()))
                    .isEmpty();
            assertThat(JournalReader.read(one.path()).facts()).hasSize(1);
        }
    }

    @Test
    void manyWritersAtOnceLeaveOneWholeChain() throws Exception {
        Journal.create(state, "INC").close();
        int writers = 4;
        int each = 40;
        List<Thread> threads = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            String name = "writer " + writer + " ";
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try (Journal journal = Journal.open(state, "INC-1")) {
                                            for (int i = 0; i < each; i++) {
                                                append(journal, name + i);
                                            }
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        JournalContent content = JournalReader.read(Journals.file(state, "INC-1"));
        assertThat(content.damage()).isEmpty();
        assertThat(content.facts()).hasSize(writers * each);
        assertThat(texts(content.facts())).doesNotHaveDuplicates();
    }

    @Test
    void whoeverLooksOnlySeesAllAndChangesNothing() throws Exception {
        try (Journal journal = Journal.create(state, "INC")) {
            append(journal, "a");
            JournalView view = JournalView.open(state, "INC-1");
            assertThat(texts(view.facts())).containsExactly("a");
            append(journal, "b");
            assertThat(texts(view.news())).containsExactly("b");

            Files.writeString(journal.path(), "half a li", java.nio.file.StandardOpenOption.APPEND);
            assertThat(view.news()).isEmpty();
            assertThat(Files.readString(journal.path())).endsWith("half a li");
        }
    }

    @Test
    void oneThatIsStuckIsNotWaitedForForEver() {
        try (Journal journal = Journal.create(state, "INC");
                JournalLock other =
                        new JournalLock(journal.path().resolveSibling("INC-1.lock"), "INC-1");
                JournalLock.Held held = other.hold()) {
            assertThatThrownBy(() -> append(journal, "a"))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("Not recorded: another war room has been writing")
                    .hasMessageContaining("INC-1.lock");
        }
    }

    @Test
    void whoIsHereAreTheOthersWhoseProcessLives() throws Exception {
        Journal.create(state, "INC").close();
        Path folder = Journals.file(state, "INC-1").getParent();
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        long began = parent.info().startInstant().orElseThrow().toEpochMilli();
        Files.writeString(folder.resolve("INC-1.here-" + parent.pid()), began + " ben");
        Path gone = folder.resolve("INC-1.here-999999999");
        Files.writeString(gone, "1 cleo");
        try (Presence own = Presence.enter(state, "INC-1", "ana")) {
            assertThat(Presence.others(state, "INC-1")).containsExactly("ben");
        }
        assertThat(gone).doesNotExist();
        assertThat(folder.resolve("INC-1.here-" + ProcessHandle.current().pid())).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aRoomThatWasKilledAndThatItsParentNeverAskedForIsNotHere() throws Exception {
        Journal.create(state, "INC").close();
        // The shell becomes a program that knows nothing of the child which it had.
        Process parent =
                new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; exec sleep 600").start();
        try {
            long child = Long.parseLong(parent.inputReader().readLine());
            ProcessHandle room = ProcessHandle.of(child).orElseThrow();
            long began = room.info().startInstant().orElseThrow().toEpochMilli();
            Path there = Journals.file(state, "INC-1").resolveSibling("INC-1.here-" + child);
            Files.writeString(there, began + " ben");
            assertThat(Presence.others(state, "INC-1")).containsExactly("ben");
            // Until then it is a shell, which would ask.
            Path name = Path.of("/proc", "" + parent.pid(), "comm");
            Await.until(
                    "the parent's other program", () -> "sleep\n".equals(Files.readString(name)));

            room.destroyForcibly();

            Await.until("nobody is there", () -> Presence.others(state, "INC-1").isEmpty());
            assertThat(Path.of("/proc", "" + child)).as("its parent has not asked").exists();
            assertThat(there).doesNotExist();
        } finally {
            parent.destroyForcibly();
        }
    }
}
