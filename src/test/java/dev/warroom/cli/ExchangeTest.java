package dev.warroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.identity.SigningKey;
import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.IncidentEvent;
import dev.warroom.incident.IncidentEvent.Declared;
import dev.warroom.incident.IncidentEvent.NoteAdded;
import dev.warroom.incident.Severity;
import dev.warroom.journal.Admission;
import dev.warroom.journal.Journal;
import dev.warroom.journal.Journals;
import dev.warroom.journal.RoomJournal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** Journals that go from one machine to another. */
class ExchangeTest {

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private Path here() {
        return folder.resolve("here");
    }

    private Path there() {
        return folder.resolve("there");
    }

    private static void write(Path state, String title, String... notes) {
        try (Journal journal = Journal.create(state, "INC")) {
            append(journal, new Declared(Severity.P1, title, "", ""));
            for (String note : notes) {
                append(journal, new NoteAdded(note));
            }
        }
    }

    private static void append(Journal journal, IncidentEvent event) {
        journal.append(EveryEvent.START, "ana", "app-1", event);
    }

    private static void append(RoomJournal journal, IncidentEvent event) {
        assertThat(journal.append(EveryEvent.START, "ana", "app-1", event, () -> true)).isPresent();
    }

    private Path exported(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        assertThat(run("export", "--state", here().toString(), "INC-1", "--to", file.toString()))
                .as(err.toString())
                .isZero();
        return file;
    }

    private int bring(Path file) {
        return run("import", "--state", there().toString(), file.toString());
    }

    @Test
    void itIsTheSameThereByteForByteAndVerifies() throws Exception {
        write(here(), "checkout is down", "one", "two");
        Path file = exported("INC-1.jsonl");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        assertThat(bring(file)).isZero();
        assertThat(out.toString()).isEqualTo("INC-1: 3 of 3 facts are new here.\n");
        assertThat(Journals.file(there(), "INC-1"))
                .hasSameBinaryContentAs(Journals.file(here(), "INC-1"));
        assertThat(run("verify", "--state", there().toString(), "INC-1")).isZero();
    }

    @Test
    void ofAnIncidentThatARoomSharesTheSharedRecordGoesWithItsSignaturesAndNotWhatWaits()
            throws Exception {
        String id = "INC-28795412";
        SigningKey key = SigningKey.ofSeed(SigningKey.newSeed()).orElseThrow();
        try (RoomJournal journal = RoomJournal.open(here(), id, "a")) {
            append(journal, new Declared(Severity.P1, "checkout is down", "", ""));
            append(journal, new NoteAdded("one"));
            List<byte[]> lines =
                    journal.next(EveryEvent.START, Optional.of(key), 100_000).stream()
                            .map(RoomJournal.Placed::line)
                            .toList();
            assertThat(journal.take(lines, Admission.ALL)).hasSize(2);
            append(journal, new NoteAdded("waits"));
        }
        Path file = folder.resolve(id + ".jsonl");
        assertThat(run("export", "--state", here() + "", id, "--to", file + "")).isZero();

        assertThat(bring(file)).isZero();
        assertThat(out.toString()).isEqualTo(id + ": 2 of 2 facts are new here.\n");
        assertThat(Journals.file(there(), id))
                .hasSameBinaryContentAs(Journals.file(here(), id))
                .hasSameBinaryContentAs(file);
        assertThat(run("verify", "--state", there() + "", id)).isZero();
        assertThat(out.toString()).contains("2 facts", "Signed: 2 by " + key.open());
        assertThat(run("log", "--state", there() + "", id)).isZero();
        assertThat(out.toString()).contains("note: one").doesNotContain("waits");
        assertThat(run("postmortem", "--state", there() + "", id)).isZero();
        assertThat(out.toString()).contains("checkout is down");

        // What is signed is signed for an incident: by another name it would look forged.
        Path renamed = Files.copy(file, folder.resolve("last night.jsonl"));
        assertThat(bring(renamed)).isEqualTo(2);
        assertThat(err.toString())
                .contains("last night.jsonl: its lines are signed for an incident of another name")
                .hasLineCount(1);
        assertThat(Journals.list(there())).hasSize(1);
    }

    @Test
    void whatWentOnElsewhereIsAddedAndGoesOnHere() throws Exception {
        write(here(), "checkout is down", "one");
        bring(exported("INC-1.jsonl"));
        try (Journal journal = Journal.open(here(), "INC-1")) {
            append(journal, new NoteAdded("two"));
        }
        assertThat(bring(exported("INC-1.jsonl"))).isZero();
        assertThat(out.toString()).isEqualTo("INC-1: 1 of 3 facts are new here.\n");
        assertThat(bring(folder.resolve("INC-1.jsonl"))).isZero();
        assertThat(out.toString()).isEqualTo("INC-1: 0 of 3 facts are new here.\n");

        try (Journal journal = Journal.open(there(), "INC-1")) {
            append(journal, new NoteAdded("three"));
        }
        assertThat(run("verify", "--state", there().toString(), "INC-1")).isZero();
        assertThat(out.toString()).contains("4 facts");
    }

    @Test
    void oneThatHasNothingToDoWithTheOneHereGetsANumberOfItsOwn() throws Exception {
        write(here(), "checkout is down", "one");
        write(there(), "search is slow");

        assertThat(bring(exported("INC-1.jsonl"))).isZero();
        assertThat(out.toString()).startsWith("INC-2: 2 of 2");
        Path copy = Files.copy(folder.resolve("INC-1.jsonl"), folder.resolve("from app-7.txt"));
        assertThat(bring(copy)).isZero();
        assertThat(out.toString()).startsWith("INC-3: 2 of 2");
    }

    @Test
    void whatIsDamagedOrCutOffNeitherGoesNorComes() throws Exception {
        write(here(), "checkout is down", "one");
        Path file = exported("INC-1.jsonl");
        String good = Files.readString(file);
        for (String bad :
                new String[] {
                    good.replace("one", "eno"), good.substring(0, good.length() - 9), "", "{}\n"
                }) {
            Files.writeString(file, bad);
            assertThat(bring(file)).as(bad).isEqualTo(2);
            assertThat(err.toString()).contains("INC-1.jsonl").doesNotContain("\tat ");
            assertThat(Journals.list(there())).isEmpty();
        }
        Files.writeString(Journals.file(here(), "INC-1"), good.replace("one", "eno"));
        assertThat(run("export", "--state", here().toString(), "INC-1", "--to", folder + "/x"))
                .isEqualTo(2);
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void aFileThatIsThereAlreadyStaysAndOneThatIsNotIsNamed() throws Exception {
        write(here(), "checkout is down");
        Path file = exported("INC-1.jsonl");
        assertThat(run("export", "--state", here().toString(), "INC-1", "--to", file.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is there already");
        assertThat(bring(folder.resolve("none.jsonl"))).isEqualTo(2);
        assertThat(err.toString()).contains("none.jsonl is not a file");
    }
}
