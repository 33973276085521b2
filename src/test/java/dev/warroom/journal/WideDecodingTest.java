package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.Fact;
import dev.warroom.incident.Facts;
import dev.warroom.incident.IncidentEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A long journal that is read on all processors reads as it does in one thread. */
class WideDecodingTest {

    private static final Path FILE = Path.of("INC-1.jsonl");
    private static final int LINES = 9_000;

    private final List<byte[]> lines = lines();

    private record Read(JournalReader.End end, List<Fact> facts) {}

    private static List<byte[]> lines() {
        LineCodec codec = new LineCodec();
        List<IncidentEvent> events = EveryEvent.events();
        List<byte[]> lines = new ArrayList<>();
        String prev = Seal.NONE;
        for (int i = 0; i < LINES; i++) {
            byte[] line =
                    codec.encode(
                            i + 1,
                            EveryEvent.START.plusMillis(i),
                            "ana",
                            "app-1",
                            events.get(i % events.size()),
                            prev);
            lines.add(line);
            int end = line.length - 3;
            prev = new String(line, end - 64, 64, StandardCharsets.US_ASCII);
        }
        return lines;
    }

    private Read read(boolean wide) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            all.write(line);
        }
        List<Fact> facts = new ArrayList<>();
        JournalReader.End end =
                JournalReader.scan(
                        FILE,
                        JournalReader.START,
                        new ByteArrayInputStream(all.toByteArray()),
                        wide ? Long.MAX_VALUE : 0,
                        (fact, line) -> facts.add(fact));
        return new Read(end, facts);
    }

    @Test
    void whatIsKeptIsWhatWasRead() throws Exception {
        KeptFacts kept = new KeptFacts();
        byte[] all =
                String.join("", lines.stream().map(it -> new String(it, UTF_8)).toList())
                        .getBytes(UTF_8);
        JournalReader.scan(
                FILE, JournalReader.START, new ByteArrayInputStream(all), Long.MAX_VALUE, kept);
        Facts facts = kept.facts();
        List<Fact> read = read(false).facts();
        assertThat(facts).isEqualTo(read);
        for (IncidentEvent event : EveryEvent.events()) {
            assertThat(facts.only(event.getClass()))
                    .as(event.getClass().getSimpleName())
                    .isEqualTo(
                            read.stream()
                                    .filter(it -> it.event().getClass() == event.getClass())
                                    .toList());
        }
        assertThat(facts.people()).containsExactly("ana");
    }

    private void bothWaysAlike() throws IOException {
        assertThat(read(true)).isEqualTo(read(false));
    }

    @Test
    void allFactsComeInTheirOrder() throws Exception {
        bothWaysAlike();
        assertThat(read(true).facts()).hasSize(LINES);
    }

    @Test
    void linesLongerThanWhatIsReadAtOnceComeInTheirOrder() throws Exception {
        lines.clear();
        LineCodec codec = new LineCodec();
        String prev = Seal.NONE;
        for (int i = 0; i < 60; i++) {
            String text = i + " ".repeat(i % 7 == 3 ? 3 * LineScanner.CHUNK : 2_000);
            byte[] line =
                    codec.encode(
                            i + 1,
                            EveryEvent.START,
                            "ana",
                            "app-1",
                            new IncidentEvent.NoteAdded(text),
                            prev);
            lines.add(line);
            prev = Seal.stated(line, line.length - 1);
        }
        bothWaysAlike();
        assertThat(read(true).facts()).hasSize(60);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2_000, 5_432, LINES - 1})
    void aLineThatIsMissingChangedOrDoubledIsNamedAlike(int at) throws Exception {
        byte[] line = lines.remove(at);
        bothWaysAlike();

        byte[] changed = line.clone();
        changed[20] ^= 1;
        lines.add(at, changed);
        bothWaysAlike();
        assertThat(read(true).end().damage()).isPresent();
        assertThat(read(true).facts()).hasSize(at);

        lines.set(at, line);
        lines.add(at, line);
        bothWaysAlike();
        assertThat(read(true).facts()).hasSize(at + 1);
    }

    @Test
    void aTailThatIsTornIsLeft() throws Exception {
        lines.add("{\"v\":2".getBytes(StandardCharsets.US_ASCII));
        bothWaysAlike();
        assertThat(read(true).end().tornBytes()).isEqualTo(6);
    }
}
