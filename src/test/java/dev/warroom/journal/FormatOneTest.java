package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.Fact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/** Journals of format 1 are on people's disks. The recorded one is never written anew. */
class FormatOneTest {

    private static final Path RECORDED = Path.of("src/test/resources/journal/v1.jsonl");

    @TempDir Path state;

    @Test
    void aRecordedJournalStillReads() {
        JournalContent content = JournalReader.read(RECORDED);
        assertThat(content.damage()).isEmpty();
        assertThat(content.tornBytes()).isZero();
        assertThat(content.facts()).isEqualTo(EveryEvent.facts());
    }

    @Test
    void theSameFactsAreStillWrittenInTheSameBytes() throws Exception {
        try (Journal journal = Journal.create(state, "INC")) {
            for (Fact fact : EveryEvent.facts()) {
                journal.append(fact.at(), fact.who(), fact.host(), fact.event());
            }
            assertThat(Files.readString(journal.path())).isEqualTo(Files.readString(RECORDED));
        }
    }
}
