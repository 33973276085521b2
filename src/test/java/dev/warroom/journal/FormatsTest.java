package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.EveryCommandEvent;
import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.EveryStepEvent;
import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
