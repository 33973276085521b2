package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.Fact;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class DamageTest {

    @TempDir Path folder;

    private Path file;
    private List<String> lines;

    @BeforeEach
    void write() throws Exception {
        try (Journal journal = Journal.create(folder, "INC")) {
            file = journal.path();
            EveryEvent.facts().stream()
                    .limit(8)
                    .forEach(
                            fact ->
                                    journal.append(
                                            fact.at(), fact.who(), fact.host(), fact.event()));
        }
        lines = Files.readAllLines(file);
    }

    @Test
    void aChangeOfAnyBitIsFound() throws Exception {
        // Each bit of each byte takes a reading of the whole.
        Files.write(file, lines.subList(0, 3));
        byte[] good = Files.readAllBytes(file);
        List<Fact> facts = JournalReader.read(file).facts();
        for (int i = 0; i < good.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bad = good.clone();
                bad[i] ^= (byte) (1 << bit);
                Files.write(file, bad);
                JournalContent content = JournalReader.read(file);
                assertThat(content.damage().isPresent() || content.tornBytes() > 0)
                        .as("bit %d of byte %d", bit, i)
                        .isTrue();
                assertThat(facts.subList(0, content.facts().size())).isEqualTo(content.facts());
            }
        }
    }

    @Test
    void aMissingMiddleIsFound() throws Exception {
        lines.remove(3);
        assertThat(damage()).contains(":4: ", "missing, doubled or out of its place", hashes());
    }

    @Test
    void aMissingBeginningIsFound() throws Exception {
        lines.remove(0);
        assertThat(damage()).contains(":1: ", "missing, doubled");
    }

    @Test
    void aDoubledLineIsFound() throws Exception {
        lines.add(3, lines.get(2));
        assertThat(damage()).contains(":4: ", "missing, doubled");
    }

    @Test
    void exchangedLinesAreFound() throws Exception {
        lines.add(3, lines.remove(4));
        assertThat(damage()).contains(":4: ", "out of its place");
    }

    @Test
    void anEmptyLineIsFound() throws Exception {
        lines.add(3, "");
        assertThat(damage()).contains(":4: ", "not a line of a journal");
    }

    @Test
    void aNumberOutOfRowIsFoundEvenWithGoodHashes() throws Exception {
        lines.set(7, sealed(lines.get(7).replace("\"n\":8", "\"n\":9")));
        assertThat(damage()).contains(":8: ", "number 9", "the next is 8");
    }

    @Test
    void aNewerFormatIsRefusedWithWhatToDo() throws Exception {
        lines.set(7, sealed(lines.get(7).replace("{\"v\":2,", "{\"v\":4,")));
        assertThat(damage())
                .contains(":8: ", "format 4", "the war room that wrote it, or a newer one");
    }

    @Test
    void anUnknownEventIsRefused() throws Exception {
        lines.set(7, sealed(lines.get(7).replace("step-finished", "step-painted")));
        assertThat(damage()).contains("event type \"step-painted\" is not known", "newer");
    }

    @Test
    void aFieldThatIsMissingOrUnknownOrMalformedIsRefused() throws Exception {
        String last = lines.get(7);
        lines.set(7, sealed(last.replace("\"took\":\"PT0S\",", "")));
        assertThat(damage()).contains("\"took\" is missing");
        lines.set(7, sealed(last.replace("\"bytes\":0", "\"bytes\":0,\"colour\":1")));
        assertThat(damage()).contains("\"colour\" is not known");
        lines.set(7, sealed(last.replace("\"bytes\":0", "\"bytes\":0,\"bytes\":1")));
        assertThat(damage()).contains("\"bytes\" stands twice");
        lines.set(7, sealed(last.replace("\"bytes\":0", "\"bytes\":\"x\"")));
        assertThat(damage()).contains("\"bytes\" is not a whole number: x");
        lines.set(7, sealed(last.replace("\"bytes\":0", "\"bytes\":[0]")));
        assertThat(damage()).contains("not one flat JSON object");
        lines.set(7, sealed(last.replace("\"failed\"", "\"felled\"")));
        assertThat(damage()).contains("outcome \"felled\"");
        lines.set(7, sealed(last.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"now\"")));
        assertThat(damage()).contains("\"at\" is not an instant: now");
    }

    @Test
    void aLineBeyondTheLimitIsDamageAndDoesNotFillTheMemory() throws Exception {
        byte[] long_ = new byte[LineScanner.LONGEST + (1 << 17)];
        Files.write(file, long_);
        assertThat(JournalReader.read(file).damage().orElseThrow().what()).contains("longer than");
    }

    private static String hashes() {
        return "it follows hash ";
    }

    /** The message of the damage that the changed lines have, after checking what is before it. */
    private String damage() throws Exception {
        Files.write(file, lines);
        JournalContent content = JournalReader.read(file);
        Damage damage = content.damage().orElseThrow();
        assertThat(content.facts()).hasSize((int) damage.line() - 1);
        return damage.toString();
    }

    /** A line with a hash that is right for its bytes. */
    private static String sealed(String line) {
        String body = line.substring(0, line.length() - Seal.LENGTH);
        return new String(
                        new Seal().close(body.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8)
                .strip();
    }
}
