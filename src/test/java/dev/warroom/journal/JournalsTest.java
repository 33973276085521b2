package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warroom.incident.CommandEvent.Reopened;
import dev.warroom.incident.CommandEvent.SeverityChanged;
import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.ChecklistStarted;
import dev.warroom.incident.IncidentEvent.ClockChanged;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.IncidentEvent.Resolved;
import dev.warroom.incident.Severity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

class JournalsTest {

    @TempDir Path state;

    private void write(String prefix, IncidentEvent... events) {
        try (Journal journal = Journal.create(state, prefix)) {
            for (IncidentEvent event : events) {
                journal.append(EveryEvent.START, "ana", "app-1", event);
            }
        }
    }

    @Test
    void aListTellsWhatEachIsAndWhetherItIsOpen() {
        write("INC", new Declared(Severity.P1, "No page loads", "web", "/srv"));
        write(
                "INC",
                new Declared(Severity.P3, "A typo", "web", "/srv"),
                new Resolved("haste", "mended"));
        write("RUN", new ChecklistStarted("Morning round", "/srv"));
        assertThat(Journals.list(state))
                .containsExactly(
                        summary("INC-2", Severity.P3, "A typo", true),
                        summary("INC-1", Severity.P1, "No page loads", false),
                        summary("RUN-1", null, "Morning round", false));
        assertThat(Journals.list(state))
                .extracting(JournalSummary::open)
                .containsExactly(false, true, true);
    }

    @Test
    void oneThatWasReopenedIsOpenAndHasTheSeverityItWasGivenLast() {
        write(
                "INC",
                new Declared(Severity.P2, "No page loads", "web", "/srv"),
                new SeverityChanged(Severity.P2, Severity.P1, "all of them"),
                new Resolved("haste", "mended"),
                new Reopened("not at all"));
        assertThat(Journals.list(state))
                .containsExactly(summary("INC-1", Severity.P1, "No page loads", false));
    }

    @Test
    void aClockThatWasSetMakesNoneLastLongerInTheList() {
        write(
                "INC",
                new Declared(Severity.P1, "No page loads", "web", "/srv"),
                new ClockChanged("app-1", Duration.ofHours(3), EveryEvent.START),
                new Resolved("haste", "mended"));
        JournalSummary listed = Journals.list(state).getFirst();

        assertThat(listed.begun()).contains(EveryEvent.START.plus(Duration.ofHours(3)));
        assertThat(listed.ended()).contains(EveryEvent.START);
        assertThat(listed.begun())
                .isEqualTo(
                        JournalReader.replay("INC-1", Journals.file(state, "INC-1"))
                                .incident()
                                .beganAt());
    }

    private static JournalSummary summary(
            String id, Severity severity, String title, boolean ended) {
        return new JournalSummary(
                id,
                Optional.ofNullable(severity),
                title,
                "/srv",
                Optional.of(EveryEvent.START),
                ended ? Optional.of(EveryEvent.START) : Optional.empty(),
                Optional.empty());
    }

    @Test
    void aDamagedOneIsInTheListWithItsTrouble() throws Exception {
        write("INC", new Declared(Severity.P1, "one", "", ""), new NoteAdded("two"));
        Path file = Journals.file(state, "INC-1");
        Files.writeString(file, Files.readString(file).replace("one", "eno"));
        write("INC", new Declared(Severity.P2, "other", "", ""));
        assertThat(Journals.list(state))
                .extracting(JournalSummary::title)
                .containsExactly("other", "");
        assertThat(Journals.list(state).getLast().trouble().orElseThrow())
                .contains(":1: the line was changed");
    }

    @Test
    void otherFilesAreNotListed() throws Exception {
        write("INC", new NoteAdded("one"));
        Path folder = Journals.file(state, "INC-1").getParent();
        Files.writeString(folder.resolve("notes.jsonl"), "");
        Files.writeString(folder.resolve("INC-1.torn-1"), "");
        assertThat(Journals.list(state)).hasSize(1);
    }

    @Test
    void withoutAFolderThereIsNothingToList() {
        assertThat(Journals.list(state.resolve("none"))).isEmpty();
    }

    @Test
    void theLogTellsEachFactInALineThatIsSafeToPrint() throws Exception {
        write(
                "INC",
                new Declared(Severity.P1, "No page loads", "web", "/srv"),
                new NoteAdded("one\ntwo\u001b[2J"));
        StringBuilder out = new StringBuilder();
        assertThat(JournalPrinter.words(Journals.file(state, "INC-1"), it -> true, false, out))
                .isEmpty();
        assertThat(out.toString())
                .isEqualTo(
                        """
                        2026-03-01T03:14:15Z  ana@app-1  declared P1: No page loads (web)
                        2026-03-01T03:14:15Z  ana@app-1  note: one two\u241b[2J
                        """);
    }

    @Test
    void theJsonIsTheFileAndStopsAtDamage() throws Exception {
        write("INC", new NoteAdded("one"), new NoteAdded("two"));
        Path file = Journals.file(state, "INC-1");
        String whole = Files.readString(file);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(JournalPrinter.json(file, out)).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(whole);
        Files.writeString(file, whole.replace("two", "six"));
        out.reset();
        assertThat(JournalPrinter.json(file, out).orElseThrow().line()).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(whole.substring(0, whole.indexOf('\n') + 1));
    }

    @Test
    void aJournalThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> JournalReader.read(Journals.file(state, "INC-9")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("INC-9.jsonl: it does not exist");
    }
}
