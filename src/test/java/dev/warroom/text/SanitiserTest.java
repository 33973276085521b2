package dev.warroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SanitiserTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /cart 200 12 ms",
                "[RED]error[/RED] %s {} ${jndi:x} \\u001b[2J",
                "größer als 80 % — ✳ 日本語 👨‍👩‍👧 e\u0301 ❤️"
            })
    void aCleanLineIsReturnedAsItIs(String line) {
        assertThat(Sanitiser.line(line)).isSameAs(line);
    }

    @Test
    void coloursVanish() {
        assertThat(Sanitiser.line("\u001b[1;31mred\u001b[0m and \u001b[38:2::1:2:3mblue\u001b[m"))
                .isEqualTo("red and blue");
    }

    @Test
    void thousandsOfColoursLeaveTheText() {
        assertThat(Sanitiser.line("\u001b[31mx\u001b[0m".repeat(5_000)))
                .isEqualTo("x".repeat(5_000));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "[2J, ␛[2J",
                "[6n, ␛[6n",
                "[c, ␛[c",
                "[21t, ␛[21t",
                "[>4;2m, ␛[>4;2m",
                "[?25l, ␛[?25l",
                "[31, ␛[31",
                "[3 1m, ␛[3 1m",
                "]0;owned, ␛]0;owned",
                "P1$r, ␛P1$r",
                "c, ␛c",
            })
    void everyOtherSequenceIsSpeltOut(String sequence, String shown) {
        assertThat(Sanitiser.line("a\u001b" + sequence)).isEqualTo("a" + shown);
    }

    @Test
    void clipboardAndLinkSequencesNeverReachTheTerminal() {
        assertThat(Sanitiser.line("\u001b]52;c;cm0gLXJm\u0007")).isEqualTo("␛]52;c;cm0gLXJm␇");
        assertThat(Sanitiser.line("\u001b]8;;http://x\u001b\\y")).isEqualTo("␛]8;;http://x␛\\y");
    }

    @Test
    void anEscapeThatAVanishedColourBringsTogetherStaysSpeltOut() {
        assertThat(Sanitiser.line("\u001b\u001b[0m[2J")).isEqualTo("␛[2J");
    }

    @Test
    void controlCharactersAreShown() {
        assertThat(Sanitiser.line("a\rb\bc\u0007d\u007fe\nf")).isEqualTo("a␍b␈c␇d␡e␊f");
        assertThat(Sanitiser.line("\u009b31mred\u009c")).isEqualTo("⟨9B⟩31mred⟨9C⟩");
    }

    @Test
    void aRunOfNulsIsOneMarker() {
        assertThat(Sanitiser.line("\0a\0\0\0b")).isEqualTo("␀a␀×3b");
    }

    @Test
    void tabsReachTheNextStop() {
        assertThat(Sanitiser.line("\ta\tabcdefgh\tb"))
                .isEqualTo("        a       abcdefgh        b");
        assertThat(Sanitiser.line("😀\tb")).isEqualTo("😀       b");
        assertThat(Sanitiser.line("\u001b[31mab\tc")).isEqualTo("ab      c");
    }

    @ParameterizedTest
    @CsvSource({
        "202E", "202A", "2066", "2069", "200E", "200F", "61C", "2028", "2029", "FEFF", "E0041"
    })
    void whatHidesOrTurnsTextIsMarked(String hex) {
        String hidden = Character.toString(Integer.parseInt(hex, 16));
        assertThat(Sanitiser.line("a" + hidden + "b")).isEqualTo("a⟨" + hex + "⟩b");
    }

    @Test
    void marksAreCappedPerCharacter() {
        String four = "\u0301\u0302\u0303\u0304";
        assertThat(Sanitiser.line("a" + four + "b" + four)).isEqualTo("a" + four + "b" + four);
        assertThat(Sanitiser.line("a" + four + "\u0305".repeat(90) + "b"))
                .isEqualTo("a" + four + "◌b");
        assertThat(Sanitiser.line("a" + four + "\u001b[m\u0305b")).isEqualTo("a" + four + "◌b");
        assertThat(Sanitiser.line("a" + "\u200d".repeat(9)))
                .isEqualTo("a" + "\u200d".repeat(4) + "◌");
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(Sanitiser.line("a\ud800b\udc00")).isEqualTo("a\ufffdb\ufffd");
        assertThat(Sanitiser.line("\ud83d\u001b[m\ude00")).isEqualTo("\ufffd\ufffd");
    }
}
