package dev.warroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;

import java.util.List;

class WordsTest {

    private final Words words = new Words();

    private Word of(String written) {
        byte[] line = ("{\"a\":\"" + written + "\"}").getBytes(UTF_8);
        return words.of(line, 6, line.length - 2);
    }

    @Test
    void aTextIsAWordWhenItComesAgain() {
        assertThat(of("app-1")).isNull();
        Word word = of("app-1");
        assertThat(word.text()).isEqualTo("app-1");
        assertThat(of("app-1")).isSameAs(word);
        assertThat(words.text(word.number())).isSameAs(word.text());
    }

    @Test
    void aWordReadsAsItsEscapesSay() {
        String written = "df -h\\n\\t\\\"é\\\\";
        of(written);
        assertThat(of(written).text()).isEqualTo("df -h\n\t\"é\\");
    }

    @Test
    void whatIsWrittenInARareWayOrIsLongIsNoWord() {
        for (String rare : List.of("\\u0041", "a\\/b", "x".repeat(201))) {
            of(rare);
            assertThat(of(rare)).as(rare).isNull();
        }
    }

    @Test
    void noMoreAreKeptThanThereAreNumbersFor() {
        for (int i = 0; i < 40_000; i++) {
            of("run-" + i);
            of("run-" + i);
        }
        of("another");
        assertThat(of("another")).isNull();
        assertThat(words.text(1)).isEqualTo("run-1");
    }

    @Property(seed = "757871131")
    void aWordIsNeverAnotherText(
            @ForAll List<@AlphaChars @NumericChars @StringLength(max = 3) String> texts) {
        Words all = new Words();
        for (String text : texts) {
            byte[] line = text.getBytes(UTF_8);
            Word word = all.of(line, 0, line.length);
            if (word != null) {
                assertThat(word.text()).isEqualTo(text);
                assertThat(all.text(word.number())).isEqualTo(text);
            }
        }
    }
}
