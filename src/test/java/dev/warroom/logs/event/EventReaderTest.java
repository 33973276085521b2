package dev.warroom.logs.event;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warroom.logs.clue.Clues;
import dev.warroom.logs.line.LineReader;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

class EventReaderTest {

    private static EventReader reader(String name, InputStream in) {
        LineReader lines = new LineReader(ZoneOffset.UTC, Instant.parse("2026-03-12T15:00:00Z"));
        return new EventReader(name, name, in, lines);
    }

    private static EventReader reader(String name, String text) {
        return reader(name, new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    @Test
    void aStackTraceIsPartOfItsEvent() throws Exception {
        EventReader reader =
                reader(
                        "a",
                        "2026-03-12 14:05:09 ERROR é lost\r\n"
                                + "java.io.IOException: full\r\n"
                                + "\tat shop.Cart.save(Cart.java:1)\r\n"
                                + "2026-03-12 14:05:10 INFO found\n"
                                + "without an end");
        assertThat(reader.next()).isTrue();
        assertThat(reader.text())
                .isEqualTo(
                        "2026-03-12 14:05:09 ERROR é lost\n"
                                + "java.io.IOException: full\n"
                                + "\tat shop.Cart.save(Cart.java:1)");
        assertThat(reader.message()).isEqualTo("é lost");
        assertThat(reader.line()).isEqualTo(1);
        assertThat(reader.lineCount()).isEqualTo(3);
        assertThat(reader.next()).isTrue();
        assertThat(reader.line()).isEqualTo(4);
        assertThat(reader.offset()).isEqualTo(35 + 27 + 33);
        assertThat(reader.text()).endsWith("found\nwithout an end");
        assertThat(reader.next()).isFalse();
        assertThat(reader.next()).isFalse();
    }

    @Property(tries = 60, seed = "7")
    void howTheBytesComeMakesNoDifference(@ForAll @IntRange(min = 0, max = 100_000) int seed)
            throws Exception {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(400); i > 0; i--) {
            text.append(random.nextInt(3) == 0 ? "\tat " : "2026-03-12 14:05:09 INFO ")
                    .append("x".repeat(random.nextInt(5) == 0 ? random.nextInt(30_000) : 20))
                    .append(random.nextInt(9) == 0 ? "\r\n" : "\n");
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        assertThat(all(reader("a", new Pieces(bytes, random))))
                .isEqualTo(all(reader("a", new ByteArrayInputStream(bytes))));
    }

    @Test
    void everyEventStandsWhereItsOffsetSays() throws Exception {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            text.append("2026-03-12 14:05:09 INFO ").append("y".repeat(random.nextInt(90)));
            text.append('\n');
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        EventReader reader = reader("a", new ByteArrayInputStream(bytes));
        long line = 0;
        while (reader.next()) {
            String event = reader.text();
            int at = (int) reader.offset();
            assertThat(new String(bytes, at, event.length(), UTF_8)).isEqualTo(event);
            assertThat(bytes[at + event.length()]).isEqualTo((byte) '\n');
            assertThat(reader.line()).isEqualTo(++line);
        }
        assertThat(line).isEqualTo(60_000);
    }

    @Test
    void aLineOfFiftyMegabytesIsCutAndCounted() throws Exception {
        int size = 50_000_000;
        byte[] before = "2026-03-12 14:05:09 INFO ".getBytes(UTF_8);
        InputStream in =
                new InputStream() {
                    private long at;

                    @Override
                    public int read() {
                        long i = at++;
                        return i < before.length
                                ? before[(int) i]
                                : i < size ? 'x' : i == size ? '\n' : i < size + 6 ? 'z' : -1;
                    }
                };
        EventReader reader = reader("a", in);
        assertThat(reader.next()).isTrue();
        assertThat(reader.text().length() + reader.cut()).isEqualTo(size + 6);
        assertThat(reader.text().length()).isLessThan(2 * EventReader.MOST_BYTES);
    }

    @Test
    void theEventBeforeALineThatIsLongerThanTheBufferIsWhole() throws Exception {
        String before = "2026-03-12 14:05:08 INFO before\n";
        String lost = "2026-03-12 14:05:09 ERROR lost\n";
        String huge = "2026-03-12 14:05:10 INFO " + "x".repeat(3 * 1024 * 1024) + "\n";

        EventReader reader = reader("a", before.repeat(4) + lost + huge + before);

        for (int i = 0; i < 4; i++) {
            assertThat(reader.next()).isTrue();
        }
        assertThat(reader.next()).isTrue();
        assertThat(reader.text()).isEqualTo(lost.strip());
        assertThat(reader.message()).isEqualTo("lost");
        assertThat(reader.offset()).isEqualTo(4L * before.length());
        assertThat(reader.next()).isTrue();
        assertThat(reader.text()).startsWith("2026-03-12 14:05:10 INFO xxx");
        assertThat(reader.offset()).isEqualTo(4L * before.length() + lost.length());
        assertThat(reader.next()).isTrue();
        assertThat(reader.text()).isEqualTo(before.strip());
        assertThat(reader.line()).isEqualTo(7);
        assertThat(reader.next()).isFalse();
    }

    @Test
    void anEventOfThousandsOfLinesIsCutAndCounted() throws Exception {
        String trace = "\tat shop.Cart.save(Cart.java:1)\n".repeat(100_000);
        String text = "2026-03-12 14:05:09 ERROR a\n" + trace + "2026-03-12 14:05:10 INFO b\n";
        EventReader reader = reader("a", text);
        assertThat(reader.next()).isTrue();
        assertThat(reader.lineCount()).isEqualTo(100_001);
        assertThat(reader.text().length() + reader.cut()).isEqualTo(text.length() - 28);
        assertThat(reader.next()).isTrue();
        assertThat(reader.text()).isEqualTo("2026-03-12 14:05:10 INFO b");
        assertThat(reader.offset()).isEqualTo(text.length() - 27);
        assertThat(reader.line()).isEqualTo(100_002);
    }

    @Test
    void compressedLogsAreReadAsTheirLines() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write("2026-03-12 14:05:09 INFO a\n".getBytes(UTF_8));
        }
        InputStream in = LogInput.plain(new ByteArrayInputStream(packed.toByteArray())).bytes();
        assertThat(all(reader("a", in))).containsExactly("1@0 2026-03-12 14:05:09 INFO a");
        assertThat(LogInput.plain(new ByteArrayInputStream(new byte[0])).bytes().read())
                .isEqualTo(-1);
    }

    @Test
    void severalLogsAreMergedByTimeAndEachKeepsItsOrder() throws Exception {
        EventReader one = reader("one", "14:05:01 INFO a\n14:05:04 INFO d\n14:05:03 INFO late\n");
        EventReader two = reader("two", "INFO untimed\n14:05:02 INFO b\n14:05:04 INFO e\n");
        Merge merge = new Merge(List.of(one, two));
        List<String> order = new ArrayList<>();
        for (Optional<EventReader> next = merge.next(); next.isPresent(); next = merge.next()) {
            order.add(next.get().message());
        }
        assertThat(order).containsExactly("untimed", "a", "b", "d", "late", "e");
    }

    @Property(tries = 14, seed = "11")
    void passingOverLosesNoEventThatHoldsTheCharacters(
            @ForAll @IntRange(min = 0, max = 100_000) int seed) throws Exception {
        Random random = new Random(seed);
        boolean timed = random.nextInt(4) > 0;
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30_000); i > 0; i--) {
            boolean trace = random.nextInt(3) == 0;
            text.append(trace ? "\tat " : timed ? "2026-03-12 14:05:09 INFO " : "INFO ")
                    .append(random.nextInt(500) == 0 ? "the needle " : "")
                    .append("x".repeat(random.nextInt(2_000) == 0 ? 300_000 : random.nextInt(90)))
                    .append(random.nextInt(9) == 0 ? "\r\n" : "\n");
        }
        byte[] bytes = text.toString().getBytes(UTF_8);
        EventReader passing = reader("a", new Pieces(bytes, random));
        passing.passOver(Clues.ofEvents("the.needle"));
        List<String> found = all(passing);
        found.removeIf(it -> !it.contains("needle"));
        List<String> expected = all(reader("a", new ByteArrayInputStream(bytes)));
        expected.removeIf(it -> !it.contains("needle"));
        assertThat(found.equals(expected))
                .as("seed %d: %d of %d", seed, found.size(), expected.size())
                .isTrue();
    }

    @Test
    void leapingLosesNoEventThatHoldsTheCharacters(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("a.log");
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            int rare = 1 << (8 + random.nextInt(10));
            while (text.length() < 6_000_000) {
                boolean traced = random.nextInt(3) == 0;
                text.append(traced ? "\tat " : "2026-03-12 14:05:09 INFO ")
                        .append(random.nextInt(rare) == 0 ? "the needle " : "")
                        .append("x".repeat(random.nextInt(150)))
                        .append('\n');
            }
            text.append(random.nextBoolean() ? "2026-03-12 14:05:10 INFO the needle" : "\tat x");
            Files.writeString(log, text);
            List<String> found = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            try (EventReader leaping = reader(log, true);
                    EventReader plain = reader(log, false)) {
                leaping.passOver(Clues.ofEvents("the.needle"));
                needles(leaping, found);
                needles(plain, expected);
            }
            assertThat(found.equals(expected))
                    .as("seed %d: %d of %d", seed, found.size(), expected.size())
                    .isTrue();
        }
    }

    /** The automaton, which is slower, leads to nothing here. */
    @Test
    void rareCharactersLeadFromTheFirstLeapOn(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("a.log");
        String line = "2026-03-12 14:05:09 INFO " + "x".repeat(80) + "\n";
        Files.writeString(log, line.repeat(80_000) + "2026-03-12 14:05:10 INFO the needle\n");
        List<String> found = new ArrayList<>();
        try (EventReader leaping = reader(log, true)) {
            Clues words = Clues.ofEvents("the.needle");
            leaping.passOver(new Clues(words.needles(), Clues.ofEvents("no|none").automaton()));
            needles(leaping, found);
        }
        assertThat(found).hasSize(1);
    }

    private static EventReader reader(Path log, boolean leaping) throws IOException {
        LogInput input = LogInput.open(log);
        EventReader reader = reader("a", input.bytes());
        if (leaping) {
            reader.leapIn(input.file().orElseThrow());
        }
        return reader;
    }

    private static void needles(EventReader reader, List<String> found) throws IOException {
        while (reader.next()) {
            if (reader.text().contains("the needle")) {
                found.add(reader.offset() + " " + reader.text());
            }
        }
    }

    private static List<String> all(EventReader reader) throws IOException {
        List<String> all = new ArrayList<>();
        while (reader.next()) {
            all.add(reader.line() + "@" + reader.offset() + " " + reader.text());
        }
        return all;
    }

    /** Gives some bytes at a time. */
    private static final class Pieces extends ByteArrayInputStream {
        private final Random random;

        Pieces(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] b, int off, int len) {
            return super.read(b, off, Math.min(len, 1 + random.nextInt(5_000)));
        }
    }
}
