package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.incident.EveryEvent;
import dev.warroom.incident.Fact;
import dev.warroom.incident.IncidentEvent.NoteAdded;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A line that is read without the JSON parser says what the parser would say. */
class UsualLineTest {

    private final EventFields fields = new EventFields();
    private final UsualLine usual = new UsualLine(new Words());

    private boolean reads(byte[] line) throws LineDamage {
        fields.clear();
        return usual.read(line, line.length, fields);
    }

    private boolean reads(String line) throws LineDamage {
        return reads(line.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsWrittenForEveryKindOfEventIsUsualButForNegativeNumbers() throws Exception {
        LineCodec codec = new LineCodec();
        for (Fact fact : EveryEvent.facts()) {
            byte[] line = codec.encode(fact, Seal.NONE);
            String text = new String(line, StandardCharsets.UTF_8);
            assertThat(reads(Arrays.copyOf(line, line.length - 1)))
                    .as(text)
                    .isEqualTo(!text.contains(":-"));
        }
    }

    @Test
    void itsFieldsAreAsTheyStand() throws Exception {
        assertThat(
                        reads(
                                "{\"n\":12,\"nil\":0,\"yes\":true,\"no\":false,\"who\":\"\",\"text\":\"a\\n"
                                    + "\\t\\\"\\\\ü€😀\"}"))
                .isTrue();
        assertThat(fields.flag("yes")).isTrue();
        assertThat(fields.flag("no")).isFalse();
        assertThat(fields.count("n")).isEqualTo(12);
        assertThat(fields.count("nil")).isZero();
        assertThat(fields.text("who")).isEmpty();
        assertThat(fields.text("text")).isEqualTo("a\n\t\"\\ü€😀");
        fields.requireNoneLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":\"b}",
                "{\"a\":\"b\\",
                "{\"a\":\"b\\\"",
                "{\"a\":\"b\\\"}",
                "{\"a\":\"b\"",
                "{\"a\":\"b\"}}",
                "{\"a\":\"b\"} ",
                "{ \"a\":\"b\"}",
                "{\"a\":\"b\",}",
                "{\"a\":\"\\u0041\"}",
                "{\"a\":\"b\u0001\"}",
                "{\"a\":\"ü\u0001\"}",
                "{\"a\":\"\\\u0001\"}",
                "{\"a\":\"\uFFFD\"}",
                "{\"a\":01}",
                "{\"a\":-1}",
                "{\"a\":1.5}",
                "{\"a\":1e5}",
                "{\"a\":1234567890123456789}",
                "{\"a\":tru}",
                "{\"a\":falsey}",
                "{\"a\":True}",
                "{\"a\":null}",
                "{\"a\":[1]}",
                "{a:1}"
            })
    void whatLooksOtherwiseIsLeftToTheParser(String line) throws Exception {
        assertThat(reads(line)).isFalse();
    }

    @Test
    void fieldsMayStandInAnotherOrderThanBefore() throws Exception {
        for (String line :
                List.of(
                        "{\"n\":1,\"who\":\"ana\",\"text\":\"a\"}",
                        "{\"n\":1,\"text\":\"a\",\"who\":\"ana\"}",
                        "{\"who\":\"ana\",\"n\":1,\"text\":\"a\"}",
                        "{\"text\":\"a\",\"n\":1,\"who\":\"ana\"}",
                        "{\"n\":1,\"who\":\"ana\",\"text\":\"a\"}")) {
            assertThat(reads(line)).as(line).isTrue();
            assertThat(fields.text("who")).isEqualTo("ana");
            assertThat(fields.text("text")).isEqualTo("a");
            assertThat(fields.count("n")).isEqualTo(1);
            fields.requireNoneLeft();
        }
        assertThat(reads("{\"n\":1,\"which\":\"ana\"}")).isTrue();
        assertThat(fields.text("which")).isEqualTo("ana");
    }

    @Test
    void moreNamesThanJournalsHaveAreLeftToTheParser() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            reads("{\"name" + i + "\":1}");
        }
        assertThat(reads("{\"name1\":1}")).isTrue();
        assertThat(reads("{\"another\":1}")).isFalse();
    }

    @Test
    void bytesThatAreNoTextAreLeftToTheParser() throws Exception {
        byte[] line = "{\"a\":\"xyz\"}".getBytes(StandardCharsets.US_ASCII);
        for (int bad : new int[] {0x80, 0xC0, 0xED, 0xF8, 0xFF}) {
            line[7] = (byte) bad;
            assertThat(reads(line)).as("byte %x", bad).isFalse();
        }
    }

    @Property(seed = "757871131", tries = 500)
    void anyTextComesBack(@ForAll String text, @ForAll String who) throws Exception {
        LineCodec codec = new LineCodec();
        Fact fact = new Fact(7, Instant.EPOCH, who, "app-1", new NoteAdded(text));
        byte[] line = codec.encode(fact, Seal.NONE);
        Fact read = codec.decode(line, line.length - 1, 7, Seal.NONE).fact();
        assertThat(read.who()).isEqualTo(StoredText.of(who));
        assertThat(read.event()).isEqualTo(new NoteAdded(StoredText.of(text)));
    }
}
